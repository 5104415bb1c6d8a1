// Every way in which signing in can fail, as one closed list; the interface has a sentence for each.

export const SIGN_IN_KINDS = [
  /** The person said no. */
  'denied',
  /** The window was closed before it answered. */
  'closed',
  /** It took longer than a sign-in may, or its code was used before. */
  'expired',
  /** The answer is not the one to our question: state, issuer or address differ. */
  'mismatch',
  /** The server does not know this client id. */
  'unknown-client',
  /** No answer came. */
  'unreachable',
  /** An API key that Buffer refuses. */
  'wrong-key',
  /** A token of the classic API that it refuses. */
  'wrong-token',
  /** The browser was not allowed to call the classic API. */
  'no-host',
  /** The API that was signed in to is switched off. */
  'retired',
  /** The server could not, or would not say why. */
  'server',
  /** Another sign-in is under way. */
  'busy',
] as const;

export type SignInKind = (typeof SIGN_IN_KINDS)[number];

/** What the interface has a sentence for: the kinds, a window that is full, and a field that was left empty. */
export const SIGN_IN_PROBLEMS = [
  ...SIGN_IN_KINDS,
  'rate-limited',
  'empty-key',
  'empty-app',
  'empty-token',
] as const;

export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

/** The only error that signing in rejects with. It never holds a code, a verifier or a token. */
export class SignInError extends Error {
  readonly kind: SignInKind;

  constructor(kind: SignInKind, options?: ErrorOptions) {
    super(kind, options);
    this.name = 'SignInError';
    this.kind = kind;
  }
}
