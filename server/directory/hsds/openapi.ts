import { LISTS } from './lists.ts';
import { PER_PAGE, PER_PAGE_MAX } from './parameters.ts';

/** Where the standard publishes its schemas. The document names them; nothing is fetched from there. */
const STANDARD = 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema';
const SCHEMAS: Record<string, string> = {
  services: 'service.json',
  organizations: 'organization.json',
  service_at_locations: 'service_at_location.json',
  taxonomies: 'taxonomy.json',
  taxonomy_terms: 'taxonomy_term.json',
};

const text = { type: 'string' };
const flag = { type: 'boolean' };
const PARAMETERS: Record<string, { description: string; schema: object }> = {
  search: {
    description: 'Words in Kazakh, Russian or English, misspelt or in Latin letters too.',
    schema: { ...text, maxLength: 100 },
  },
  page: { description: 'Page, from 1.', schema: { type: 'integer', minimum: 1, default: 1 } },
  per_page: {
    description: 'Things in a page.',
    schema: { type: 'integer', minimum: 1, maximum: PER_PAGE_MAX, default: PER_PAGE },
  },
  format: {
    description: 'ndjson and csv give everything at once, without pages.',
    schema: { ...text, enum: ['json', 'ndjson', 'csv'], default: 'json' },
  },
  taxonomy_term_id: { description: 'Only what has this term.', schema: text },
  taxonomy_id: { description: 'Only what has a term of this taxonomy.', schema: text },
  organization_id: { description: 'Only what this organization provides.', schema: text },
  modified_after: {
    description: 'Only what was read or called on or after this moment.',
    schema: { ...text, format: 'date-time' },
  },
  minimal: { description: 'Only id and modified_date, all in one page.', schema: flag },
  full: { description: 'With everything that is nested.', schema: flag },
  full_service: { description: 'An organization with its services.', schema: flag },
  postcode: { description: 'Refused: no entry has a postcode.', schema: text },
  proximity: { description: 'Refused: no entry has a postcode.', schema: text },
  top_only: { description: 'Only top terms, which all are.', schema: flag },
  parent_id: { description: 'Only terms below this one; there are none.', schema: text },
};

/** The OpenAPI 3.1 document of this API. `base`: its address, e.g. `https://example.org/hsds`. */
export function openapi(base: string, version: string): object {
  const paths: Record<string, object> = {
    '/': { get: { summary: 'The API and the standard it follows', ...jsonOf({ type: 'object' }) } },
  };
  for (const { name, parameters, oneParameters } of LISTS) {
    const schema = { $ref: `${STANDARD}/${SCHEMAS[name]}` };
    const id = { in: 'path', name: 'id', required: true, schema: { ...text, format: 'uuid' } };
    paths[`/${name}`] = {
      get: { summary: `Pages of ${name}`, parameters: parameters.map(parameter), ...jsonOf(page(schema)) },
    };
    paths[`/${name}/{id}`] = {
      get: { summary: `One of ${name}`, parameters: [id, ...oneParameters.map(parameter)], ...jsonOf(schema) },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tirek: help with drugs and alcohol in Kazakhstan',
      version,
      description:
        'Open Referral HSDS 3.0. Contacts were read in public sources; each entry says when, and whether anybody called.',
      license: { name: 'Contacts are facts; see the profile for what to name', url: `${base}/profile` },
    },
    servers: [{ url: base }],
    paths,
  };
}

const parameter = (name: string): object => ({ in: 'query', name, required: false, ...PARAMETERS[name] });

const problem = {
  description: 'A sentence that says what to do',
  content: { 'application/json': { schema: { type: 'object', properties: { error: text } } } },
};

const jsonOf = (schema: object): object => ({
  responses: { 200: { description: 'Found', content: { 'application/json': { schema } } }, 400: problem, 404: problem },
});

function page(items: object): object {
  const whole = { type: 'integer' };
  return {
    type: 'object',
    properties: {
      ...{ total_items: whole, total_pages: whole, page_number: whole, size: whole },
      ...{ first_page: flag, last_page: flag, empty: flag },
      contents: { type: 'array', items },
    },
  };
}
