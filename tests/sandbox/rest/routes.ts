// Every endpoint of the classic API: its method, its path, its name in the log, and what answers it.
import type { Handler } from './call.ts';
import { create } from './create.ts';
import { configuration, deauthorize, shares, user } from './general.ts';
import { comment, interactions } from './interactions.ts';
import { drafts, pending, sent } from './lists.ts';
import { profile, profiles, schedules, updateSchedules } from './profiles.ts';
import { reorder, shuffle } from './queue.ts';
import { token } from './token.ts';
import { destroy, edit, moveToTop, share, update } from './updates.ts';

export interface Route {
  method: 'GET' | 'POST';
  path: string;
  operation: string;
  handle: Handler;
  /** Asks for no token. */
  open?: boolean;
}

function route(line: string, operation: string, handle: Handler, open = false): Route {
  const [method, path = ''] = line.split(' ') as [Route['method'], string];
  return { method, path, operation, handle, open };
}

/** Paths without the version ahead and the format behind; fixed ones stand before those with an id. */
const ROUTES: readonly Route[] = [
  route('GET user', 'user', user),
  route('POST user/deauthorize', 'user/deauthorize', deauthorize),
  route('POST oauth2/token', 'oauth2/token', token, true),
  route('GET links/shares', 'links/shares', shares, true),
  route('GET info/configuration', 'info/configuration', configuration),
  route('GET profiles', 'profiles', profiles),
  route('GET profiles/:id', 'profiles/get', profile),
  route('GET profiles/:id/schedules', 'profiles/schedules', schedules),
  route('POST profiles/:id/schedules/update', 'profiles/schedules/update', updateSchedules),
  route('GET profiles/:id/updates/pending', 'profiles/updates/pending', pending),
  route('GET profiles/:id/updates/sent', 'profiles/updates/sent', sent),
  route('GET profiles/:id/updates/drafts', 'profiles/updates/drafts', drafts),
  route('POST profiles/:id/updates/reorder', 'profiles/updates/reorder', reorder),
  route('POST profiles/:id/updates/shuffle', 'profiles/updates/shuffle', shuffle),
  route('POST updates/create', 'updates/create', create),
  route('GET updates/:id', 'updates/get', update),
  route('POST updates/:id/update', 'updates/update', edit),
  route('POST updates/:id/share', 'updates/share', share),
  route('POST updates/:id/destroy', 'updates/destroy', destroy),
  route('POST updates/:id/move_to_top', 'updates/move_to_top', moveToTop),
  route('GET updates/:id/interactions', 'updates/interactions', interactions),
  route('POST updates/:id/interactions/create', 'updates/interactions/create', comment),
];

export interface Target {
  /** What the path names, whatever the method. */
  known: Route | undefined;
  /** The same if the method is right, too. */
  route: Route | undefined;
  id: string;
  /** The format that the path ends in, '' where it has none. */
  format: string;
  operation: string;
}

function matches({ path }: Route, parts: readonly string[]): boolean {
  const names = path.split('/');
  return names.length === parts.length && names.every((name, at) => name === ':id' || name === parts[at]);
}

/** Reads `/1/updates/create.json` and its like; some clients put another slash behind the version. */
export function targetOf(method: string, pathname: string): Target {
  const [, path = '', format = ''] = /^\/1\/+(.*?)(?:\.(\w+))?$/.exec(pathname) ?? [];
  const parts = path.split('/');
  const found = ROUTES.filter((candidate) => matches(candidate, parts));
  const known = found[0];
  const route = found.find((candidate) => candidate.path === known?.path && candidate.method === method);
  const id = parts[known?.path.split('/').indexOf(':id') ?? -1] ?? '';
  return { known, route, id, format, operation: (route ?? known)?.operation ?? path };
}
