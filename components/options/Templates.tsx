// The text that a post begins with, for each kind of thing that is shared, beside what becomes of it.
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { CaptureKind } from '@/lib/capture/capture.ts';
import { TEMPLATES } from '@/lib/capture/to-draft.ts';
import { rendered, unknownNames, VARIABLES, type Values } from '@/lib/drafts/template.ts';
import { t } from '@/lib/platform/i18n.ts';
import { Radios, useTyped } from './fields.tsx';
import type { Options } from './options.model.ts';

const KINDS = Object.keys(TEMPLATES) as CaptureKind[];

/** What is known of such a thing at best: only a selection has a quote, and nobody has described a mere link. */
function sample(kind: CaptureKind): Values {
  return {
    title: t('sample.title'),
    link: 'https://example.org/walk',
    quote: kind === 'selection' ? t('sample.quote') : '',
    description: kind === 'link' ? '' : t('sample.description'),
    alt: t(kind === 'link' ? 'sample.title' : 'sample.alt'),
    site: 'example.org',
  };
}

function Preview({ kind, template }: { kind: CaptureKind; template: string }) {
  const text = rendered(template, sample(kind));
  return (
    <figure class="preview">
      <figcaption>{t('template.preview')}</figcaption>
      {text ? <p dir="auto">{text}</p> : <p class="quiet">{t('template.empty')}</p>}
    </figure>
  );
}

function Template({ options, kind }: { options: Options; kind: CaptureKind }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const own = options.connect.state.value?.settings.templates[kind];
  const typed = useTyped(own ?? TEMPLATES[kind], (template) => void options.setTemplate(kind, template));
  const unknown = unknownNames(typed.value).map((name) => `{${name}}`);
  /** As if it was typed, so that it can be undone. */
  const insert = (name: string) => {
    area.current?.focus();
    document.execCommand('insertText', false, `{${name}}`);
  };
  return (
    <div class="template">
      <label for="template">{t('template.field')}</label>
      <textarea
        id="template"
        ref={area}
        class="field"
        dir="auto"
        rows={3}
        aria-describedby="unknown"
        {...typed}
      />
      <fieldset class="variables">
        <legend class="hidden">{t('template.insert')}</legend>
        {VARIABLES.map((name) => (
          <button key={name} type="button" class="button small" onClick={() => insert(name)}>
            {t(`variable.${name}`)}
          </button>
        ))}
        {own !== undefined && (
          <button type="button" class="text-button" onClick={() => void options.setTemplate(kind, null)}>
            {t('template.reset')}
          </button>
        )}
      </fieldset>
      <p id="unknown" role="status" class="quiet">
        {unknown.length > 0 && t('template.unknown', [unknown.join(', ')])}
      </p>
      <Preview kind={kind} template={typed.value} />
    </div>
  );
}

export function Templates({ options }: { options: Options }) {
  const kind = useSignal<CaptureKind>('page');
  return (
    <>
      <p class="quiet">{t('template.lead')}</p>
      <Radios
        legend={t('template.kind')}
        options={KINDS.map((one) => [one, t(`kind.${one}`)] as const)}
        chosen={kind.value}
        onChoose={(chosen) => {
          kind.value = chosen;
        }}
      />
      <Template key={kind.value} options={options} kind={kind.value} />
    </>
  );
}
