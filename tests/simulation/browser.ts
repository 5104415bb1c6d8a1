// The browser around the worker: starts it, ends it when it is idle, kills it, crashes, sleeps, and keeps its alarm.
import type { PostOffice } from '../../lib/outbox/post-office.ts';
import type { Clock, Handle } from './clock.ts';
import { type Disk, emptyDisk } from './disk.ts';
import type { Random } from './random.ts';
import type { Trace } from './trace.ts';
import { Worker, type WorkerPorts } from './worker.ts';

/** A worker without an event for this long is ended, whatever it waits for. */
const IDLE_MS = 30_000;
/** How often an alarm rings that no worker has put off. */
const RING_MS = 60_000;

export interface Temper {
  /** How likely a worker is to be killed at one of its awaits. */
  kills: number;
  /** How likely a transaction is to take a while. */
  slowDisk: number;
  /** How likely a transaction is to be refused, as on a disk that is full. */
  badDisk: number;
}

export interface BrowserPorts {
  clock: Clock;
  random: Random;
  trace: Trace;
  temper: Temper;
  fetchFor: WorkerPorts['fetchFor'];
  shortens: boolean;
  online(): boolean;
  /** Told after every change of what is shown. */
  shown(): void;
  /** Told whenever a worker has ended, in good order or not. */
  ended(): void;
}

export class Browser {
  readonly disk: Disk = emptyDisk();
  /** How far the device's clock is before the true time, in ms. */
  skew = 0;
  /** When the alarm is to ring, by the device's clock. */
  alarmAt: number | null = null;
  isRunning = true;
  /**
   * The browser has lost its alarm in a crash, or will ring it late because it goes by a clock that was set back
   * since; no worker has set another yet.
   */
  hasLostAlarm = false;
  wasSetForward = false;
  readonly #ports: BrowserPorts;
  #worker: Worker | null = null;
  #alarm: Handle | undefined;
  #asleepUntil = 0;
  #isCalm = false;

  constructor(ports: BrowserPorts) {
    this.#ports = ports;
  }

  readonly now = (): number => Math.floor(this.#ports.clock.now + this.skew);

  /** An event for the worker, which is started for it if need be; null if no answer ever comes. */
  send<T>(work: (office: PostOffice) => Promise<T>): Promise<T | null> {
    if (!this.isRunning || this.isAsleep) return Promise.resolve(null);
    const worker = this.#worker ?? this.#start();
    worker.lastTouched = this.#ports.clock.now;
    // Where the store refuses, whoever asked is told so, and asks again or does not.
    return Promise.race([work(worker.office).catch(() => null), worker.gone]);
  }

  get isAsleep(): boolean {
    return this.#ports.clock.now < this.#asleepUntil;
  }

  /** No more kills: what goes wrong from now on is the product's own doing. */
  calm(): void {
    this.#isCalm = true;
    this.#worker?.spare();
  }

  kill(): void {
    const { trace } = this.#ports;
    if (!this.#worker) return;
    trace.counts.kills += 1;
    trace.note('kill');
    this.#end();
  }

  /** The whole browser goes; its alarms may be gone after the restart. */
  crash(downFor: number): void {
    const { clock, random, trace } = this.#ports;
    if (!this.isRunning) return;
    trace.counts.crashes += 1;
    trace.note('crash', `${downFor}`);
    this.isRunning = false;
    this.#end();
    if (random.chance(0.5)) {
      this.#setAlarm(null);
      this.hasLostAlarm = true;
    }
    clock.at(clock.now + downFor, () => {
      this.isRunning = true;
      trace.note('restart');
      void this.send((office) => office.drain());
    });
  }

  /** The device sleeps: time passes, nothing runs, and what was to ring meanwhile rings afterwards. */
  sleep(ms: number): void {
    const { clock, trace } = this.#ports;
    trace.counts.naps += 1;
    trace.note('sleep', `${ms}`);
    this.#asleepUntil = clock.now + ms;
    this.#end();
  }

  /** Somebody, or NTP, sets the device's clock. */
  setClock(skew: number): void {
    const { trace } = this.#ports;
    trace.counts.clockJumps += 1;
    trace.note('clock', `${skew - this.skew}`);
    if (skew < this.skew) this.hasLostAlarm = true;
    if (skew > this.skew) this.wasSetForward = true;
    this.skew = skew;
  }

  #start(): Worker {
    const { clock, random, trace, temper, fetchFor, shortens, online, shown } = this.#ports;
    trace.counts.starts += 1;
    trace.note('start');
    const dies = !this.#isCalm && random.chance(temper.kills);
    const worker = new Worker({
      clock,
      disk: this.disk,
      now: this.now,
      random: random.next,
      online,
      fetchFor,
      shortens,
      shown,
      setAlarm: (at) => {
        this.hasLostAlarm = false;
        this.#setAlarm(at);
      },
      gates: dies ? random.whole(1, random.chance(0.5) ? 40 : 250) : Number.POSITIVE_INFINITY,
      diskDelay: () => (temper.slowDisk > 0 && random.chance(temper.slowDisk) ? random.whole(1, 40) : 0),
      diskFails: () => {
        const fails = !this.#isCalm && temper.badDisk > 0 && random.chance(temper.badDisk);
        if (fails) trace.counts.refusals += 1;
        return fails;
      },
      died: () => this.#died(worker),
    });
    this.#worker = worker;
    this.#watchIdle(worker);
    worker.office.wake().catch(() => trace.note('wake', 'failed'));
    return worker;
  }

  #died(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#ports.trace.counts.kills += 1;
    this.#ports.trace.note('killed at a gate');
    this.#end();
  }

  #end(): void {
    this.#worker?.end();
    this.#worker = null;
    this.#ports.ended();
  }

  #watchIdle(worker: Worker): void {
    const { clock, trace } = this.#ports;
    clock.at(worker.lastTouched + IDLE_MS, () => {
      if (this.#worker !== worker) return;
      if (clock.now - worker.lastTouched < IDLE_MS) return this.#watchIdle(worker);
      trace.counts.idles += 1;
      trace.note('idle');
      this.#end();
    });
  }

  #setAlarm(at: number | null): void {
    const { clock } = this.#ports;
    clock.cancel(this.#alarm);
    this.alarmAt = at;
    if (at === null) return;
    this.#alarm = clock.at(clock.now + Math.max(0, at - this.now()), () => this.#ring(at));
  }

  #ring(at: number): void {
    const { clock, trace } = this.#ports;
    if (!this.isRunning || this.isAsleep) {
      this.#alarm = clock.at(Math.max(clock.now + 1000, this.#asleepUntil), () => this.#ring(at));
      return;
    }
    // The browser waits by a clock that nobody sets, but rings by the one that somebody may have set back.
    if (this.now() < at) {
      this.#setAlarm(at);
      return;
    }
    trace.note('alarm');
    // It goes on ringing until a worker plans another.
    this.#setAlarm(this.now() + RING_MS);
    void this.send((office) => office.drain());
  }
}
