// Takes settings to another browser, in a file without a secret.
import { Notice } from '@/components/ui/Notice.tsx';
import { localeKey, t } from '@/lib/platform/i18n.ts';
import type { Change } from '@/lib/platform/settings-file.ts';
import type { Transfer as Model } from './transfer.model.ts';

function Changes({ changes, onTake, onLeave }: { changes: Change[]; onTake(): void; onLeave(): void }) {
  if (changes.length === 0) return <Notice>{t('transfer.nothing')}</Notice>;
  return (
    <div class="notice">
      <p>{t('transfer.changes')}</p>
      <ul>
        {changes.map((change) => (
          <li key={change}>{t(`changed.${change}`)}</li>
        ))}
      </ul>
      <div class="with-button">
        <button type="button" class="button primary" onClick={onTake}>
          {t('transfer.take')}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {t('transfer.leave')}
        </button>
      </div>
    </div>
  );
}

/** `onTake` takes in what the model has said. */
export function Transfer({ transfer, onTake }: { transfer: Model; onTake(): void }) {
  const offer = transfer.offer.value;
  return (
    <>
      <p class="quiet">{t('transfer.lead')}</p>
      <div class="with-button">
        <button type="button" class="button" onClick={() => void transfer.export()}>
          {t('transfer.export')}
        </button>
        <label class="button">
          {t('transfer.import')}
          <input
            type="file"
            class="hidden"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) void transfer.read(file);
              // So that the same file can be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <div role="status">
        {offer && 'trouble' in offer && (
          <Notice tone="danger">{t(`fileTrouble.${localeKey(offer.trouble)}`)}</Notice>
        )}
        {offer && 'kept' in offer && (
          <Changes changes={offer.changes} onTake={onTake} onLeave={() => transfer.leave()} />
        )}
      </div>
    </>
  );
}
