// Answers as they were recorded: escaped slashes and letters, an awesome status line, errors in their envelopes.
import type { Failure } from './failure.ts';

const HEADERS = { 'content-type': 'application/json;charset=UTF-8', 'x-frame-options': 'SAMEORIGIN' };

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** JSON in which everything that PHP escapes is escaped. */
function encode(value: unknown, pretty: boolean): string {
  return JSON.stringify(value, null, pretty ? 4 : 0)
    .replaceAll('/', '\\/')
    .replaceAll(/[\u0080-\uffff]/g, escaped);
}

export function succeed(value: unknown, pretty: boolean): Response {
  return new Response(encode(value, pretty), { status: 200, statusText: 'Awesome', headers: HEADERS });
}

export function fail({ body, status }: Failure, pretty: boolean): Response {
  return new Response(encode(body, pretty), { status, headers: HEADERS });
}

const MALFORMED =
  'The request is missing a required parameter, includes an unsupported parameter or parameter value, repeats the same parameter, uses more than one method for including an access token, or is otherwise malformed.';

const REASONS = {
  invalid_request: MALFORMED,
  invalid_token: 'The access token provided is expired, revoked, malformed, or invalid for other reasons.',
};

/** The answer to a caller without a good token: recorded in 2013 with nothing in its body. */
export function unauthorized(error: keyof typeof REASONS): Response {
  const challenge = `OAuth realm='Service', error='${error}', error_description='${REASONS[error]}'`;
  return new Response('', {
    status: 401,
    statusText: 'Authorization Required',
    headers: { 'content-type': 'text/html; charset=UTF-8', 'www-authenticate': challenge },
  });
}
