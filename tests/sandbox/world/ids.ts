// Ids in the form of Buffer's: 24 hexadecimal digits, the first eight of them the second of their making.

const MACHINE = '5ca1ab1e00';

/** Makes ids that never repeat within one world; `now` in milliseconds. */
export function createIds(): (now: number) => string {
  let count = 0;
  return (now) => {
    count += 1;
    const seconds = Math.max(0, Math.floor(now / 1000))
      .toString(16)
      .padStart(8, '0')
      .slice(-8);
    return `${seconds}${MACHINE}${count.toString(16).padStart(6, '0')}`;
  };
}
