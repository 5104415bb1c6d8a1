// POST /oauth2/token: a code and the app's secret for a token that lasts.
import { CLASSIC_CLIENT_ID, CLASSIC_CLIENT_SECRET } from '../oauth/credentials.ts';
import type { Handler } from './call.ts';
import { type Parameters, textOf } from './parameters.ts';

const NEEDED = ['client_id', 'client_secret', 'redirect_uri', 'code', 'grant_type'];

function refuse(error: string, description: string): Response {
  const status = error === 'invalid_client' ? 401 : 400;
  return Response.json({ error, error_description: description }, { status });
}

function missing(parameters: Parameters): string | undefined {
  return NEEDED.find((name) => !textOf(parameters[name]));
}

/** "The code parameter must not be url encoded", say the documents, while every OAuth library encodes it. */
const ENCODED_CODE = /(^|&)code=[^&]*%2F/i;

export const token: Handler = ({ parameters, body, world, grants, commits }) => {
  const absent = missing(parameters);
  if (absent) return refuse('invalid_request', `The parameter ${absent} is missing.`);
  const { client_id: id, client_secret: key, grant_type: type, code, redirect_uri: address } = parameters;
  if (id !== CLASSIC_CLIENT_ID || key !== CLASSIC_CLIENT_SECRET) {
    return refuse('invalid_client', 'Client authentication failed.');
  }
  if (type !== 'authorization_code') {
    return refuse('unsupported_grant_type', 'Only authorization_code is supported.');
  }
  const isSpoilt = ENCODED_CODE.test(body) && !world.behaviour().encodedCodes;
  const issued = isSpoilt ? null : grants.redeem(textOf(code) ?? '', textOf(address) ?? '');
  if (issued === null) return refuse('invalid_grant', 'The authorization code is invalid or has expired.');
  commits.committed = true;
  return { access_token: issued };
};
