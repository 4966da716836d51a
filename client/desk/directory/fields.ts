import type { EntryFile, SuggestionCard } from '../../../shared/directory-events.ts';
import type { fieldWords } from '../../words/directory-desk.ts';
import type { Fresh } from './state.ts';

export type FieldName = keyof typeof fieldWords.kk;

/** A place's fields in the order of the form; the server's rules are those of an import. */
const PLACE: FieldName[] = [
  ...(['name_kk', 'name_ru', 'name_en', 'category', 'region_iso', 'city_ru', 'address_ru', 'address_kk'] as const),
  ...(['phones', 'hours', 'website', 'organisation_ru', 'type', 'services', 'languages', 'cost'] as const),
  ...(['anonymous', 'addiction_specific', 'notes', 'source_url', 'source_date', 'read_on'] as const),
  ...(['source2_url', 'confidence', 'lat', 'lon', 'coord_note'] as const),
];
const LINE: FieldName[] = [
  ...(['name_kk', 'name_ru', 'name_en', 'what', 'audience', 'coverage', 'hours', 'languages', 'cost'] as const),
  ...(['other_channels', 'notes', 'source_url', 'source_date', 'read_on', 'source2_url', 'confidence'] as const),
];

export const fieldsOf = (file: EntryFile | null): FieldName[] => (file?.kind === 'helpline' ? LINE : PLACE);

/** What stands in the form at first. An editor reads over what a visitor wrote, and names a source of their own. */
export function cellsFrom(open: EntryFile | Fresh): Record<string, string> {
  if ('cells' in open) return open.cells;
  return open.suggestion ? fromSuggestion(open.suggestion) : { confidence: 'low' };
}

const fromSuggestion = ({ name, kind, region, city, phone, web }: SuggestionCard): Record<string, string> => ({
  name_ru: name,
  category: kind,
  region_iso: region,
  city_ru: city,
  phones: phone,
  website: web === '' || /^https?:/i.test(web) ? web : `https://${web}`,
  confidence: 'low',
});
