import type { ListingKind } from '../../../shared/directory.ts';
import type { Attribute, Taxonomy, TaxonomyTerm } from './shapes.ts';
import { uuid } from './uuid.ts';

const KINDS: Record<ListingKind | 'helpline', [string, string]> = {
  state_centre: ['State centre', 'A state mental health or addiction centre.'],
  primary_care_point: ['Primary care point', 'A psychiatrist and narcologist at a polyclinic.'],
  republican_centre: ['Republican centre', 'A national centre for mental health.'],
  self_help_group: ['Self-help group', 'A meeting of people who went through the same, e.g. Alcoholics Anonymous.'],
  private_rehab: ['Private rehabilitation', 'A private centre. No licence was seen unless the entry says so.'],
  youth_health_centre: ['Youth health centre', 'A centre for adolescents and young people at a clinic.'],
  helpline: ['Help line', 'A number to call: emergency, crisis, advice.'],
};

const SERVICES: Record<string, [string, string]> = {
  detox: ['Detoxification', 'Medical help through withdrawal.'],
  inpatient: ['Inpatient', 'Treatment with a stay in hospital.'],
  outpatient: ['Outpatient', 'Treatment without a stay.'],
  day_programme: ['Day programme', 'Treatment by day, nights at home.'],
  rehabilitation: ['Rehabilitation', 'Longer help after treatment.'],
  counselling: ['Counselling', 'Talks with a doctor, psychologist or counsellor.'],
  peer_group: ['Peer group', 'Meetings with people who went through the same.'],
  family: ['Family', 'Help for families.'],
  youth: ['Youth', 'Help for adolescents and young people.'],
  online: ['Online', 'Meets or answers online.'],
  drug_test: ['Drug test', 'Examination or test for drugs.'],
  compulsory: ['Compulsory treatment', 'Treatment by order of a court.'],
};

const FACTS: Record<string, [string, string]> = {
  source: ['Source', 'Where the entry was read: an address, code-index:<number> or npm:<package>@<version>.'],
  second_source: ['Second source', 'A second source that agrees or completes.'],
  source_date: ['Date of the source', 'The date of the page, commit or check by its author, as printed there.'],
  read_on: ['Read on', 'The day on which the source was read for this directory.'],
  called_on: ['Called on', 'The day on which two volunteers had called and confirmed. Absent: nobody has called yet.'],
  checking_since: [
    'Being checked since',
    'Readers or a volunteer found the entry to be wrong; nobody has decided yet.',
  ],
  confidence: [
    'Confidence',
    'high: official text or two sources that agree; medium: one decent source; low: one unofficial source.',
  ],
  anonymity: ['Anonymity as claimed', 'A quoted claim, not a promise of this directory.'],
  addiction_specific: ['Addiction-specific', 'yes: the place treats addiction first of all.'],
};

export type TaxonomyName = 'kinds' | 'services' | 'facts';

const taxonomy = (name: TaxonomyName, title: string, description: string): Taxonomy => ({
  id: uuid('taxonomy', name),
  name: title,
  description,
  version: '1',
});

const BY_NAME: Record<TaxonomyName, Taxonomy> = {
  kinds: taxonomy('kinds', 'Tirek kinds of places', 'What kind of place or line an entry is.'),
  services: taxonomy('services', 'Tirek services', 'What a place offers, as its sources say.'),
  facts: taxonomy(
    'facts',
    'Tirek statements about an entry',
    'Where an entry was read, when, how sure it is, and quoted claims.',
  ),
};

const termsOf = (name: TaxonomyName, terms: Record<string, [string, string]>): TaxonomyTerm[] =>
  Object.entries(terms).map(([code, [title, description]]) => ({
    id: uuid('term', `${name}/${code}`),
    code,
    name: title,
    description,
    taxonomy: BY_NAME[name].name,
    taxonomy_detail: BY_NAME[name],
    language: 'eng',
  }));

export const TAXONOMIES: readonly Taxonomy[] = Object.values(BY_NAME);
export const TERMS: readonly TaxonomyTerm[] = [
  ...termsOf('kinds', KINDS),
  ...termsOf('services', SERVICES),
  ...termsOf('facts', FACTS),
];

const BY_CODE = new Map(TERMS.map((term) => [`${term.taxonomy_detail.id}/${term.code}`, term]));

/** The attribute of a service by a term of ours; null for a code that the taxonomy does not have. */
export function attribute(service: string, name: TaxonomyName, code: string, value?: string): Attribute | null {
  const term = BY_CODE.get(`${BY_NAME[name].id}/${code}`);
  if (!term) return null;
  const id = uuid('attribute', `${service}/${name}/${code}`);
  return { id, link_type: name, link_entity: 'service', ...(value ? { value } : {}), taxonomy_term: term };
}
