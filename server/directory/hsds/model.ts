import { createHash } from 'node:crypto';
import type { Helpline, Listing, Source } from '../../../shared/directory.ts';
import type { Directory } from '../../ports/directory.ts';
import { checkedOn } from '../freshness.ts';
import type {
  Address,
  Attribute,
  Location,
  Metadata,
  Organization,
  Phone,
  Service,
  ServiceAtLocation,
} from './shapes.ts';
import { attribute } from './taxonomies.ts';
import { uuid } from './uuid.ts';

/** The whole directory in the words of the standard, each object with all that it nests. */
export interface Model {
  services: readonly Service[];
  organizations: readonly Organization[];
  serviceAtLocations: readonly ServiceAtLocation[];
  /** Changes when, and only when, something in the data does. */
  version: string;
  /** The service of a listing, by the listing's id. */
  serviceOf: ReadonlyMap<string, string>;
}

const LANGUAGES: Record<string, string> = { kk: 'Kazakh', ru: 'Russian', en: 'English' };
const READERS = 'directory volunteer';
const CALLERS = 'two directory volunteers';

/** Brings a snapshot of the directory into the standard. Pure; the same data gives the same identifiers. */
export function toModel(directory: Pick<Directory, 'all' | 'helplines' | 'regions'>): Model {
  const regions = new Map(directory.regions().map((region) => [region.code, region.name.en]));
  const listings = directory.all().map((listing) => ofListing(listing, regions.get(listing.region ?? '') ?? ''));
  const lines = directory.helplines().map(ofHelpline);
  const services = [...listings.map(({ service }) => service), ...lines];
  return {
    services,
    organizations: organizationsOf(services),
    serviceAtLocations: services.flatMap(({ service_at_locations }) => service_at_locations ?? []),
    version: createHash('sha256').update(JSON.stringify(services)).digest('base64url').slice(0, 22),
    serviceOf: new Map(listings.map(({ listing, service }) => [listing.id, service.id])),
  };
}

function ofListing(listing: Listing, region: string): { listing: Listing; service: Service } {
  const id = uuid('service', listing.id);
  const phones = listing.phones.map(
    (phone, at): Phone => ({
      id: uuid('phone', `${listing.id}/${at}`),
      number: phone.dial.startsWith('+') ? phone.dial : phone.number,
      type: 'voice',
      ...(phone.remark === '' ? {} : { description: phone.remark }),
    }),
  );
  const url = webAddress(listing.website);
  const service: Service = {
    id,
    name: listing.name.ru,
    ...otherNames(listing.name),
    description: describe(listing),
    ...(url ? { url } : {}),
    status: 'active',
    ...(listing.cost === '' ? {} : { fees_description: listing.cost }),
    ...dates(listing.source),
    phones,
    schedules: schedules(listing.id, listing.hours),
    service_at_locations: atLocation(listing, region),
    languages: languages(listing.id, listing.languages),
    organization: organizationOf(listing, url),
    attributes: [
      attribute(listing.id, 'kinds', listing.kind),
      ...listing.services.map((code) => attribute(listing.id, 'services', code)),
      ...facts(listing.id, listing),
      listing.anonymous === '' ? null : attribute(listing.id, 'facts', 'anonymity', listing.anonymous),
      listing.addictionSpecific === null
        ? null
        : attribute(listing.id, 'facts', 'addiction_specific', listing.addictionSpecific ? 'yes' : 'no'),
    ].filter((found): found is Attribute => found !== null),
    metadata: metadata(listing.id, listing.source),
  };
  return { listing, service };
}

function ofHelpline(line: Helpline): Service {
  // A line and a listing may have the same id.
  const key = `line/${line.id}`;
  const spoken = languages(key, line.languages);
  const said = [line.what, line.otherChannels, line.note].filter(Boolean).join('. ');
  return {
    id: uuid('service', key),
    name: line.name.ru,
    ...otherNames(line.name),
    description: said || 'A help line.',
    status: 'active',
    ...(line.cost === '' ? {} : { fees_description: line.cost }),
    ...(line.audience === '' ? {} : { eligibility_description: line.audience }),
    ...dates(line.source),
    phones: [{ id: uuid('phone', `${key}/0`), number: line.number, type: 'voice' }],
    schedules: schedules(key, line.hours),
    service_areas: line.coverage === '' ? [] : [{ id: uuid('area', key), name: line.coverage }],
    languages: spoken,
    organization: {
      id: uuid('organization', line.name.ru),
      name: line.name.ru,
      description: 'Who answers the line, as its source names it.',
    },
    attributes: [attribute(key, 'kinds', 'helpline'), ...facts(key, line)].filter(
      (found): found is Attribute => found !== null,
    ),
    metadata: metadata(key, line.source),
  };
}

const describe = ({ kind, services }: Listing): string =>
  `${kind.replaceAll('_', ' ')}${services.length === 0 ? '' : `: ${services.map((name) => name.replaceAll('_', ' ')).join(', ')}`}`;

function otherNames(name: Listing['name']): { alternate_name?: string } {
  const others = [...new Set([name.kk, name.en])].filter((other) => other !== name.ru);
  return others.length === 0 ? {} : { alternate_name: others.join(' / ') };
}

/** What the standard calls assured is, here, read in a public source or called; the alert says which. */
function dates(source: Source): Pick<Service, 'assured_date' | 'last_modified' | 'alert'> {
  const day = checkedOn(source);
  return {
    assured_date: day,
    last_modified: `${day}T00:00:00.000Z`,
    ...alertOf(source),
  };
}

function alertOf({ calledOn, readOn, checkingSince }: Source): Pick<Service, 'alert'> {
  const said = [
    checkingSince ? `Being checked since ${checkingSince.slice(0, 10)}: it was reported to be wrong.` : '',
    calledOn === null ? `Read in a public source on ${readOn}. Nobody has called yet.` : '',
  ].filter(Boolean);
  return said.length === 0 ? {} : { alert: said.join(' ') };
}

function facts(id: string, { source, confidence }: { source: Source; confidence: string }): (Attribute | null)[] {
  const values = {
    source: source.url,
    second_source: source.secondUrl,
    source_date: source.date,
    read_on: source.readOn,
    called_on: source.calledOn ?? '',
    checking_since: source.checkingSince?.slice(0, 10) ?? '',
    confidence,
  };
  return Object.entries(values).map(([code, value]) => (value === '' ? null : attribute(id, 'facts', code, value)));
}

function metadata(id: string, source: Source): Metadata[] {
  const entry = (action: string, by: string, [before, after]: [string, string]): Metadata => ({
    id: uuid('metadata', `${id}/${action}`),
    resource_type: 'service',
    last_action_date: after,
    last_action_type: action,
    field_name: 'assured_date',
    previous_value: before,
    replacement_value: after,
    updated_by: by,
  });
  const read = entry('create', READERS, ['', source.readOn]);
  return source.calledOn === null ? [read] : [read, entry('update', CALLERS, [source.readOn, source.calledOn])];
}

const schedules = (id: string, hours: string) =>
  hours === '' ? [] : [{ id: uuid('schedule', id), description: hours }];

const languages = (id: string, codes: string[]) =>
  codes.map((code) => ({ id: uuid('language', `${id}/${code}`), name: LANGUAGES[code] ?? code, code }));

/** One place, known by its address; an online group has a virtual one; an entry of which not even the city is known has none. */
function atLocation(listing: Listing, region: string): ServiceAtLocation[] {
  const { id, city, address, lat, lon } = listing;
  const online = city === '' && listing.services.includes('online');
  if (city === '' && !online) return [];
  const called = online ? `online/${id}` : `${city}/${address.ru || id}`;
  const location: Location = {
    id: uuid('location', called),
    location_type: online ? 'virtual' : 'physical',
    name: online ? listing.name.ru : [city, address.ru].filter(Boolean).join(', '),
    ...(lat !== null && lon !== null ? { latitude: lat, longitude: lon } : {}),
    ...(address.ru === '' ? {} : { addresses: [addressOf(listing, called, region)] }),
  };
  const at = { id: uuid('at', id), service_id: uuid('service', id), location_id: location.id, location };
  return [{ ...at, schedules: schedules(`at/${id}`, listing.hours) }];
}

/** The standard wants a postal code; no source gives one, so it is empty. */
const addressOf = ({ address, city }: Listing, called: string, region: string): Address => ({
  id: uuid('address', called),
  address_1: address.ru,
  city,
  state_province: region,
  postal_code: '',
  country: 'KZ',
  address_type: 'physical',
});

/** Fellowships are one organization; clinics of one name in two cities are two. */
function organizationOf(listing: Listing, url: string | null): Organization {
  const { kind, organisation, city } = listing;
  const name = organisation || listing.name.ru;
  return {
    id: uuid('organization', kind === 'self_help_group' ? name : `${name}/${city}`),
    name,
    description: 'As named by the source of its entries.',
    ...(url ? { website: url } : {}),
  };
}

function organizationsOf(services: readonly Service[]): Organization[] {
  const found = new Map<string, Organization & { locations: Location[] }>();
  for (const { organization, service_at_locations = [] } of services) {
    if (!organization) continue;
    const known = found.get(organization.id) ?? { ...organization, locations: [] };
    for (const { location } of service_at_locations) {
      if (!known.locations.some(({ id }) => id === location.id)) known.locations.push(location);
    }
    found.set(organization.id, known);
  }
  return [...found.values()];
}

/** An absolute web address in plain ASCII, or null. */
function webAddress(text: string): string | null {
  const url = URL.parse(text);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
