import type { Directory } from '../../ports/directory.ts';
import { tokens } from '../fold.ts';
import type { Model } from './model.ts';
import type { Parameters } from './parameters.ts';
import type { Organization, Service, ServiceAtLocation, TaxonomyTerm } from './shapes.ts';
import { TAXONOMIES, TERMS } from './taxonomies.ts';

type Thing = { id: string };

/** A list of the standard: its address, its parameters, its objects for a question, one object by its identifier. */
export interface List {
  name: string;
  parameters: readonly string[];
  /** Parameters of one object's own address. */
  oneParameters: readonly string[];
  some(model: Model, asked: Parameters, search: Directory['search']): readonly Thing[];
  one(model: Model, id: string, asked: Parameters): Thing | undefined;
}

const PAGED = ['search', 'page', 'per_page', 'format'] as const;
const BY_TERM = ['taxonomy_term_id', 'taxonomy_id', 'organization_id', 'modified_after'] as const;

export const LISTS: readonly List[] = [
  {
    name: 'services',
    parameters: [...PAGED, ...BY_TERM, 'minimal', 'full'],
    oneParameters: [],
    some: (model, asked, search) => {
      const services = asking(model, asked, search).services;
      if (asked.minimal) return services.map(({ id, last_modified }) => ({ id, modified_date: last_modified }));
      return isFull(asked) ? services : services.map(basicService);
    },
    one: ({ services }, id) => byId(services, id),
  },
  {
    name: 'organizations',
    parameters: [...PAGED, 'full', 'full_service'],
    oneParameters: ['full_service'],
    some: (model, asked) => {
      const found = matching(model.organizations, asked.search, ({ name }) => name);
      return found.map((organization) => organizationAs(model, organization, asked));
    },
    one: (model, id, asked) => {
      const found = byId(model.organizations, id);
      return found && organizationAs(model, found, { ...asked, full: true });
    },
  },
  {
    name: 'service_at_locations',
    parameters: [...PAGED, ...BY_TERM, 'full', 'postcode', 'proximity'],
    oneParameters: [],
    some: (model, asked, search) => {
      const found = asking(model, asked, search).services.flatMap((service) => service.service_at_locations ?? []);
      return isFull(asked) ? found : found.map(basicAtLocation);
    },
    one: ({ serviceAtLocations }, id) => byId(serviceAtLocations, id),
  },
  {
    name: 'taxonomies',
    parameters: [...PAGED],
    oneParameters: [],
    some: (_, { search }) => matching(TAXONOMIES, search, ({ name, description }) => `${name} ${description}`),
    one: (_, id) => byId(TAXONOMIES, id),
  },
  {
    name: 'taxonomy_terms',
    parameters: [...PAGED, 'taxonomy_id', 'top_only', 'parent_id'],
    oneParameters: [],
    some: (_, { search, ids }) => matching(termsFor(ids), search, ({ name, description }) => `${name} ${description}`),
    one: (_, id) => byId(TERMS, id),
  },
];

/** Our terms have no parents and no children: every one is a top one, and a parent has none below it. */
const termsFor = ({ taxonomy_id, parent_id }: Parameters['ids']): readonly TaxonomyTerm[] =>
  parent_id === undefined
    ? TERMS.filter((term) => taxonomy_id === undefined || term.taxonomy_detail.id === taxonomy_id)
    : [];

/** A table for a spreadsheet would be poor without telephones and addresses: it is full unless the client says otherwise. */
const isFull = ({ full, format }: Parameters): boolean => full ?? format === 'csv';

const byId = <T extends Thing>(things: readonly T[], id: string): T | undefined =>
  things.find((thing) => thing.id === id.toLowerCase());

/** The services that a question is about, in the order of the directory, or of relevance when it searches. */
function asking(model: Model, { search: text, ids, modifiedAfter }: Parameters, search: Directory['search']) {
  const services = model.services.filter(
    ({ organization, attributes = [], last_modified }) =>
      (modifiedAfter === undefined || last_modified >= modifiedAfter) &&
      (ids.organization_id === undefined || organization?.id === ids.organization_id) &&
      (ids.taxonomy_term_id === undefined ||
        attributes.some(({ taxonomy_term }) => taxonomy_term.id === ids.taxonomy_term_id)) &&
      (ids.taxonomy_id === undefined ||
        attributes.some(({ taxonomy_term }) => taxonomy_term.taxonomy_detail.id === ids.taxonomy_id)),
  );
  return { services: text === '' ? services : searched(model, services, { text, search }) };
}

/** Listings as the directory's own search finds them, then help lines whose words hold all of the question's. */
function searched(
  { serviceOf, services: all }: Model,
  services: readonly Service[],
  { text, search }: { text: string; search: Directory['search'] },
): Service[] {
  const { listings } = search({ q: text, lang: 'en', region: null, kind: null, limit: all.length });
  const known = new Map(services.map((service) => [service.id, service]));
  const listed = new Set(serviceOf.values());
  const lines = services.filter(({ id }) => !listed.has(id));
  const found = listings.flatMap(({ id }) => known.get(serviceOf.get(id) ?? '') ?? []);
  return [
    ...found,
    ...matching(lines, text, (line) => `${line.name} ${line.alternate_name ?? ''} ${line.description}`),
  ];
}

/** Things whose text has a word beginning with each word of the question. */
function matching<T>(things: readonly T[], question: string, text: (thing: T) => string): readonly T[] {
  const wanted = tokens(question);
  if (wanted.length === 0) return things;
  return things.filter((thing) => {
    const words = tokens(text(thing));
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

/** Without what is one-to-many, as the standard's lists are. */
function basicService(service: Service): Service {
  const { phones: _p, schedules: _s, service_areas: _a, service_at_locations: _l, languages: _g, ...rest } = service;
  const { attributes: _t, metadata: _m, ...basic } = rest;
  return basic;
}

function basicAtLocation({ id, service_id, location_id, location }: ServiceAtLocation): ServiceAtLocation {
  const { addresses: _addresses, ...place } = location;
  return { id, service_id, location_id, location: place };
}

function organizationAs(
  model: Model,
  organization: Organization,
  { full, fullService, format }: Parameters,
): Organization {
  const { locations = [], ...basic } = organization;
  const shown = full || fullService || format === 'csv' ? { ...basic, locations } : basic;
  if (!fullService) return shown;
  const own = model.services.filter((service) => service.organization?.id === organization.id);
  return { ...shown, services: own.map(({ organization: _organization, ...service }) => service) };
}
