// A person's or channel's picture; its initials stand there until it has loaded, and stay if it never does.

const GROUNDS = ['#8a4b2f', '#2f6b4f', '#34568b', '#6b4a86', '#7a5a1e', '#365f6b'];

function initials(name: string): string {
  const words = name.split(/[\s._@-]+/u).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}

/** The same name always gets the same ground. */
function groundOf(name: string): string {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return GROUNDS[sum % GROUNDS.length] ?? '#34568b';
}

export function Avatar({ name, src, size }: { name: string; src: string | null; size: number }) {
  return (
    <span
      class="avatar"
      style={{ width: `${size}px`, height: `${size}px`, background: groundOf(name) }}
      aria-hidden="true"
    >
      {initials(name)}
      {src && (
        <img
          key={src}
          src={src}
          alt=""
          width={size}
          height={size}
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onError={(event) => {
            event.currentTarget.hidden = true;
          }}
        />
      )}
    </span>
  );
}
