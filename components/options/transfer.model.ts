// Settings on their way out to a file and in from one. Its inputs are arguments.
import { signal } from '@preact/signals';
import {
  type Change,
  differences,
  type FileTrouble,
  fromFile,
  type Kept,
  toFile,
} from '@/lib/platform/settings-file.ts';

export interface TransferPorts {
  kept(): Promise<Kept>;
  /** All of it is stored, or nothing. */
  keep(kept: Kept): Promise<void>;
  /** Gives the person a file. */
  download(text: string): void;
}

/** What a chosen file would do. */
export type Offer = { trouble: FileTrouble } | { kept: Kept; changes: Change[] };

/** A thousand times what a file has that somebody has filled for years; nothing larger is read. */
const MOST_BYTES = 10_000_000;

export class Transfer {
  readonly #ports: TransferPorts;
  readonly offer = signal<Offer | null>(null);

  constructor(ports: TransferPorts) {
    this.#ports = ports;
  }

  async export(): Promise<void> {
    this.#ports.download(toFile(await this.#ports.kept()));
  }

  /** Reads the file and says what it would change; nothing is changed yet. */
  async read(file: Pick<File, 'size' | 'text'>): Promise<void> {
    const text = file.size > MOST_BYTES ? '' : await file.text().catch(() => '');
    const kept = await this.#ports.kept();
    const result = fromFile(text, kept);
    this.offer.value =
      typeof result === 'string' ? { trouble: result } : { kept: result, changes: differences(kept, result) };
  }

  /** Takes in what was said. */
  async take(): Promise<void> {
    const offer = this.offer.value;
    this.offer.value = null;
    if (offer && 'kept' in offer) await this.#ports.keep(offer.kept);
  }

  leave(): void {
    this.offer.value = null;
  }
}
