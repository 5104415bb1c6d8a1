// What the tests of the wire are written in: a call, what is answered to it, what it sent, and what it gives.
import type { BufferBackend } from '../../../lib/buffer/backend.ts';
import { recorded, updateRow } from './scripted.ts';

export const PROFILE = '5160746d13d04a5e3a00000f';
export const CHANNEL = { id: PROFILE, organizationId: '', network: 'twitter' };

export interface Row {
  name: string;
  call: (backend: BufferBackend) => Promise<unknown>;
  answers: unknown[];
  lines: string[];
  gives: unknown;
}

export const real = (name: string) => recorded(name, 'rest');
export const own = (change: object = {}) => updateRow({ profile_id: PROFILE, ...change });

/** For a method that the back-end might lack. */
export function none(): Promise<never> {
  return Promise.reject(new Error('this back-end lacks the method'));
}

/** Seven days, all without times but those that are named. */
export function week(times: Record<string, string[]>) {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  return days.map((day) => ({ day, times: times[day] ?? [], paused: false }));
}
