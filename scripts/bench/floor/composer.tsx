// The floor: the least that a composer made with Preact costs. It draws at once, then fills itself from the same storage
// and the same page as ours, with no library beside Preact, no check and no style sheet.
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { readPage } from '../../../lib/capture/page.ts';

/** What ours reads before it is filled. */
const LOCAL = ['connection', 'channels', 'choice', 'outbox', 'linkChoices', 'settings'];
const SESSION = ['handoff', 'signIn'];

async function readStored(): Promise<{ channels?: { channels: unknown[] } }> {
  const areas = [chrome.storage.local.get(LOCAL), chrome.storage.session.get(SESSION)];
  return Object.assign({}, ...(await Promise.all(areas)));
}

async function readWords(): Promise<string> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const target = { tabId: tab?.id ?? -1 };
  const [frame] = await chrome.scripting.executeScript({ target, func: readPage, injectImmediately: true });
  const key = `draft:${tab?.url}`;
  const { [key]: draft } = await chrome.storage.local.get<Record<string, { text: string }>>(key);
  return draft?.text ?? `${frame?.result?.title || tab?.title}\n${tab?.url}`;
}

const reading = [readStored(), readWords()] as const;

function Composer() {
  const field = useRef<HTMLTextAreaElement>(null);
  const [channels, setChannels] = useState<unknown[]>([]);
  const [text, setText] = useState('');
  useEffect(() => {
    field.current?.focus();
    performance.mark('usable');
    const [stored, words] = reading;
    void stored.then((known) => setChannels(known.channels?.channels ?? []));
    void words.then(setText);
  }, []);
  return (
    <textarea
      ref={field}
      aria-label={`Post for ${channels.length} channels`}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
    />
  );
}

render(<Composer />, document.body);
