import { LISTING_KINDS } from '../../../shared/directory.ts';
import { Select, TextArea, TextField } from '../../parts/field.tsx';
import { kindWords } from '../../words/directory.ts';
import { fieldWords } from '../../words/directory-desk.ts';
import { say } from '../../words/say.ts';
import type { FieldName } from './fields.ts';
import type { DirectoryState } from './state.ts';

const LISTS: Partial<Record<FieldName, string>> = {
  services:
    'detox, inpatient, outpatient, day_programme, rehabilitation, counselling, peer_group, family, youth, online, drug_test, compulsory',
  languages: 'kk, ru, en',
};
const DATES: readonly FieldName[] = ['source_date', 'read_on'];
const CODES: Partial<Record<FieldName, readonly string[]>> = {
  type: ['', 'state', 'private', 'self_help'],
  confidence: ['high', 'medium', 'low'],
  addiction_specific: ['', 'yes', 'no'],
};

interface Props {
  state: DirectoryState;
  name: FieldName;
  value: string;
  wrong: boolean;
  /** A new entry: its numbers are written here. Later they take two people. */
  fresh: boolean;
}

/** One field of an entry, as the table of places has it. */
export function Field({ state, name, value, wrong, fresh }: Props) {
  const { t, desk } = state;
  const { lang } = desk.app;
  const known = LISTS[name];
  const hint = known
    ? t('lists', { known })
    : DATES.includes(name)
      ? t('dates')
      : name === 'phones'
        ? t(fresh ? 'otherNumberHint' : 'phonesTwo')
        : undefined;
  const common = {
    id: `f-${name}`,
    name,
    label: say(lang, fieldWords, name),
    hint,
    error: wrong ? t('wrongField') : undefined,
  };
  const choices = choicesOf(state, name);
  if (choices)
    return (
      <Select {...common}>
        {choices.map(([code, text]) => (
          <option key={code} value={code} selected={code === value}>
            {text}
          </option>
        ))}
      </Select>
    );
  if (name === 'notes') return <TextArea {...common} defaultValue={value} rows={3} maxLength={2000} />;
  return <TextField {...common} defaultValue={value} maxLength={2000} autocomplete="off" />;
}

function choicesOf({ data, desk }: DirectoryState, name: FieldName): (readonly [string, string])[] | null {
  if (name === 'category') return LISTING_KINDS.map((kind) => [kind, say(desk.app.lang, kindWords, kind)]);
  if (name === 'region_iso')
    return [['', '–'], ...(data.value?.regions ?? []).map(({ code, name: text }) => [code, text] as const)];
  return CODES[name]?.map((code) => [code, code || '–'] as const) ?? null;
}
