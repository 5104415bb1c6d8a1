// The classic API's host, which the browser is asked for only when somebody chooses that API.
import { browser } from 'wxt/browser';
import { REST_API } from '../buffer/rest/meta.ts';
import { SANDBOX_ORIGIN } from './build.ts';

export const CLASSIC_ORIGIN: string = SANDBOX_ORIGIN ?? REST_API.origin;

/** A match pattern knows no ports. */
const { protocol, hostname } = new URL(CLASSIC_ORIGIN);
const HOST = { origins: [`${protocol}//${hostname}/*`] };

/** Whether Buffer has switched it off for good at `now` (ms); a local Buffer never does. */
export function isClassicRetired(now: number): boolean {
  return SANDBOX_ORIGIN === null && now >= Date.parse(REST_API.retiresOn);
}

/** Asks the person for the host, if it was not granted before. Must be the first thing after a press. */
export function askForClassicHost(): Promise<boolean> {
  return browser.permissions.request(HOST);
}

/** Whether the browser lets the classic API be called. */
export function hasClassicHost(): Promise<boolean> {
  return browser.permissions.contains(HOST);
}
