// Every way in which Buffer can say no, as one closed list that travels as data.

export const ERROR_KINDS = [
  'unauthorized',
  'forbidden',
  'invalid',
  'duplicate',
  'queue-full',
  'not-found',
  'rate-limited',
  'unreachable',
  'retired',
  'server',
  'unreadable',
] as const;

export type ErrorKind = (typeof ERROR_KINDS)[number];

/** A failed call as plain data, fit for storage and messages. It never holds a credential. */
export interface Failure {
  kind: ErrorKind;
  /** Buffer's own words where there are any. */
  message: string | null;
  /** The HTTP status, if an answer came. */
  status?: number;
  /** A code of the classic table (1001 ...), which the GraphQL API passes on in RestProxyError. */
  code?: number;
  /** The address that came with the error (for a duplicate: the post it repeats). */
  link?: string;
  /** For `rate-limited`: milliseconds since the epoch before which no call makes sense. */
  retryAt?: number;
  /** True when the call certainly never left this machine, so that nothing can have been committed. */
  unsent?: true;
}

/** The only error that a back-end rejects with. */
export class BufferError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message ?? failure.kind, options);
    this.name = 'BufferError';
    this.failure = failure;
  }
}
