// What the codes of Buffer's classic table mean; the GraphQL API passes them on in RestProxyError.
import type { ErrorKind } from './errors.ts';

const KINDS: ReadonlyMap<number, ErrorKind> = new Map<number, ErrorKind>([
  ...kind('unauthorized', [401, 1001]),
  ...kind('forbidden', [403, 1002, 1011, 1013, 1014, 1015, 1021, 1051]),
  ...kind('not-found', [404, 1010, 1020, 1050]),
  ...kind('rate-limited', [429]),
  ...kind('duplicate', [1025]),
  ...kind('queue-full', [1023, 1024, 1028]),
  ...kind('invalid', [405, 1003, 1004, 1005, 1006, 1012, 1016, 1022, 1026, 1027]),
  ...kind('invalid', [1029, 1030, 1031, 1032, 1033, 1034, 1042]),
]);

function kind(name: ErrorKind, codes: number[]): [number, ErrorKind][] {
  return codes.map((code) => [code, name]);
}

/** The kind of a classic code; 1000 and unknown ones are `server`, as what they did cannot be told. */
export function kindOfClassicCode(code: number | null): ErrorKind {
  return (code === null ? undefined : KINDS.get(code)) ?? 'server';
}
