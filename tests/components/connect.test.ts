// How signing in goes, up to the command that the background gets.
import { beforeEach, describe, expect, it } from 'vitest';
import { SignIn } from '../../components/composer/sign-in/sign-in.model.ts';
import { Connect, type ConnectState } from '../../components/connect/connect.model.ts';
import type { Command, Reply } from '../../lib/messages.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings.ts';

const SIGNED_OUT: ConnectState = {
  connection: { status: 'signed-out', method: null, can: [], account: null },
  signIn: { state: 'idle', problem: null },
  settings: DEFAULT_SETTINGS,
  cache: { fetchedAt: 0, channels: [], queued: {} },
};

let sent: Command[];
let saved: Settings[];
let asked: number;

async function signingIn(answers: { host?: boolean; reply?: Reply } = {}): Promise<Connect> {
  const connect = new Connect({
    load: async () => SIGNED_OUT,
    watch: () => {},
    saveSettings: async (settings) => void saved.push(settings),
    send: async (command) => {
      sent.push(command);
      return answers.reply ?? { ok: true };
    },
    redirectUrl: 'https://abc.chromiumapp.org/buffer',
    hasClientId: true,
    offersClassic: true,
    askForClassicHost: async () => {
      asked += 1;
      return answers.host ?? true;
    },
  });
  await connect.start();
  return connect;
}

beforeEach(() => {
  sent = [];
  saved = [];
  asked = 0;
});

describe('signing in to the classic API', () => {
  it('asks for the host within the very press, and then hands the token over', async () => {
    const connect = await signingIn();
    const done = connect.useClassicToken(' 1/abc ');
    expect(asked).toBe(1);
    await done;
    expect(sent).toEqual([{ type: 'use-classic-token', token: '1/abc' }]);
    expect(connect.problem.value).toBeNull();
  });

  it('asks for the host within the very press for an app too, whose id is remembered and whose secret is not', async () => {
    const connect = await signingIn();
    const done = connect.connectClassic('the-id', 'the-secret');
    expect(asked).toBe(1);
    await done;
    expect(sent).toEqual([{ type: 'connect-classic', clientId: 'the-id', clientSecret: 'the-secret' }]);
    expect(saved.at(-1)?.classicClientId).toBe('the-id');
    expect(JSON.stringify(saved)).not.toContain('the-secret');
  });

  it('without the host nothing is handed over, and a sentence says why', async () => {
    const connect = await signingIn({ host: false });
    await connect.useClassicToken('1/abc');
    expect(connect.problem.value).toEqual({ way: 'classic-token', word: 'no-host' });
    await connect.connectClassic('the-id', 'the-secret');
    expect(connect.problem.value).toEqual({ way: 'classic-app', word: 'no-host' });
    expect(sent).toEqual([]);
  });

  it('an empty field is said at once, and nobody is asked anything', async () => {
    const connect = await signingIn();
    await connect.useClassicToken('  ');
    expect(connect.problem.value).toEqual({ way: 'classic-token', word: 'empty-token' });
    await connect.connectClassic('the-id', ' ');
    expect(connect.problem.value).toEqual({ way: 'classic-app', word: 'empty-app' });
    expect([asked, sent]).toEqual([0, []]);
  });

  it('says what the background found', async () => {
    const connect = await signingIn({ reply: { ok: false, problem: 'wrong-token' } });
    await connect.useClassicToken('1/abc');
    expect(connect.problem.value).toEqual({ way: 'classic-token', word: 'wrong-token' });
  });
});

describe('a button that stays there while Buffer is asked', () => {
  it('asks once, however often it is pressed', async () => {
    const connect = await signingIn();
    await Promise.all([connect.useKey('key'), connect.useKey('key')]);
    expect(sent).toEqual([{ type: 'use-api-key', key: 'key' }]);
  });

  it('asks once in the composer too, and again after it was refused', async () => {
    const window = Promise.withResolvers<Reply>();
    const signIn = new SignIn((command) => {
      sent.push(command);
      return window.promise;
    });
    const first = signIn.connect();
    await signIn.connect();
    expect(signIn.isRunning.value).toBe(true);
    expect(sent).toHaveLength(1);
    window.resolve({ ok: false, problem: 'denied' });
    await first;
    expect(signIn.isRunning.value).toBe(false);
    expect(signIn.problem.value).toBe('denied');
    await signIn.connect();
    expect(sent).toHaveLength(2);
  });
});
