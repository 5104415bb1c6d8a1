// A screen of its own with a real keyboard and mouse: Xvfb and xdotool.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { expect, type Locator } from '@playwright/test';
import { programPath } from './programs.ts';

const SIZE = { width: 1280, height: 900 };

/** The programs that are not installed, of those that a desktop needs. */
export function missingPrograms(): string[] {
  return ['Xvfb', 'xdotool'].filter((name) => programPath(name) === null);
}

export interface Desktop {
  /** For the environment of what shall appear on it. */
  display: string;
  args: string[];
  press(keys: string): void;
  type(words: string): void;
  /** Clicks with the right button in the middle of an element and waits for the menu. */
  openMenu(element: Locator): Promise<void>;
  stop(): Promise<void>;
}

/** Where the middle of an element is on the screen. */
function onScreen(element: Locator): Promise<{ x: number; y: number }> {
  return element.evaluate((node) => {
    node.scrollIntoView({ block: 'center' });
    const box = node.getBoundingClientRect();
    const border = (outerWidth - innerWidth) / 2;
    const [left, top] = [screenX + border, screenY + outerHeight - innerHeight - border];
    const visible = Math.min(box.width, innerWidth - box.x);
    return { x: Math.round(left + box.x + visible / 2), y: Math.round(top + box.y + box.height / 2) };
  });
}

/** Starts a screen that nobody sees. */
export async function startDesktop(): Promise<Desktop> {
  const screen = `${SIZE.width}x${SIZE.height}x24`;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  const display = `:${String(number).trim()}`;
  const xdotool = (...args: string[]) =>
    execFileSync('xdotool', args, { env: { ...process.env, DISPLAY: display }, encoding: 'utf8' });
  // xdotool fails when it finds none.
  const windows = () => {
    try {
      return xdotool('search', '--onlyvisible', '--maxdepth', '1', '--name', '.*').trim().split('\n').length;
    } catch {
      return 0;
    }
  };
  return {
    display,
    args: ['--window-position=0,0', `--window-size=${SIZE.width},${SIZE.height}`],
    press: (keys) => void xdotool('key', '--clearmodifiers', keys),
    type: (words) => void xdotool('type', '--delay', '20', words),
    async openMenu(element) {
      const { x, y } = await onScreen(element);
      const before = windows();
      xdotool('mousemove', String(x), String(y), 'click', '3');
      await expect.poll(windows).toBeGreaterThan(before);
    },
    async stop() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
