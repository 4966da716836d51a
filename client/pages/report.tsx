import { REPAIR_REASONS } from '../../shared/repair.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Emergency } from '../parts/emergency.tsx';
import { lineIn } from '../parts/lines.tsx';
import { href } from '../parts/links.ts';
import { nameIn, type Told } from '../parts/listing.tsx';
import { Notice } from '../parts/notice.tsx';
import { SlipForm } from '../parts/slip-form.tsx';
import { repairWords } from '../words/repair.ts';
import { sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import type { ViewOf } from './view.ts';

type View = ViewOf<'report'>;

/** What is wrong with an entry, in one tap: each choice sends the form. */
export function ReportPage({ view }: { view: View }) {
  const { lang, listing, state, phones } = view;
  const t = sayIn(lang, repairWords);
  const back = href(lang, listing ? `/directory/${listing.slug}` : '/help');
  const done = state === 'sent';
  const name = nameOf(view);
  return (
    <Document
      view={{ ...view, path: `/report/${view.kind}/${view.id}` }}
      title={`${t('reportTitle')} – Тірек`}
      description={t('reportDescription')}
      here="directory"
      noindex
    >
      <div class="wrap read stack loose">
        <div class="stack">
          <h1>{done ? t('sent') : t('reportTitle')}</h1>
          <p>
            <span class="soft">{t('about')}: </span>
            <strong lang={name.lang}>{name.text}</strong>
          </p>
          {done ? <p class="lead">{t('sentText')}</p> : <p class="lead">{t('reportLead')}</p>}
          {!done && state !== 'ask' && (
            <Notice role="alert">
              <p>{t(state)}</p>
            </Notice>
          )}
        </div>
        {!done && (
          <SlipForm
            lang={lang}
            action={href(lang, `/report/${view.kind}/${view.id}`)}
            purpose="report"
            slip={view.slip}
          >
            <div class="choices">
              {phones.map(({ number, dial }) => (
                <Button key={number} type="submit" big wide icon="phone" name="what" value={`not_working:${dial}`}>
                  {t('not_working', { number })}
                </Button>
              ))}
              {REPAIR_REASONS.filter((reason) => reason !== 'not_working' && fits(view, reason)).map((reason) => (
                <Button key={reason} type="submit" big wide name="what" value={reason}>
                  {t(reason as Exclude<typeof reason, 'not_working'>)}
                </Button>
              ))}
            </div>
            <p class="soft">{t('kept')}</p>
            <noscript>
              <p class="notice">{t('noScript')}</p>
            </noscript>
          </SlipForm>
        )}
        <p class="row">
          <LinkButton icon="back" href={back}>
            {t('backTo')}
          </LinkButton>
          <LinkButton look="quiet" href={href(lang, '/repairs')}>
            {t('howItGoes')}
          </LinkButton>
        </p>
        {done && <Emergency lang={lang} />}
      </div>
    </Document>
  );
}

function nameOf({ lang, listing, line, id }: View): Told {
  if (listing) return nameIn(lang, listing);
  return { text: line ? `${line.number}, ${lineIn(lang, line).name}` : id };
}

/** A line has no address; an online group neither. */
const fits = ({ listing }: View, reason: string): boolean =>
  reason !== 'wrong_address' || (listing !== null && (listing.address.ru || listing.address.kk || listing.city) !== '');
