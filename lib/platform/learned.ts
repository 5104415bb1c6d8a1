// What the browser says in the person's language, kept: to say it, each new process first loads what it knows of all
// languages, which takes 30 ms of the popup's opening.

const known = new Map<string, unknown>();

/** A worker has no such storage, and asks once in its life. */
function shelf(): Storage | null {
  return 'localStorage' in globalThis ? localStorage : null;
}

/** What `ask` gives in the person's language; `key` names all else that it depends on. It must be a value of JSON. */
export function learned<T>(key: string, ask: () => T): T {
  const name = `${navigator.language} ${key}`;
  if (!known.has(name)) {
    const kept = shelf()?.getItem(name);
    known.set(name, kept ? JSON.parse(kept) : ask());
    if (!kept) shelf()?.setItem(name, JSON.stringify(known.get(name)));
  }
  return known.get(name) as T;
}
