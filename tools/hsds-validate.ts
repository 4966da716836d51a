/**
 * `npm run hsds:validate -- SCHEMA_DIR [--url URL]`: reads every page of every list of a running server and checks it against
 * the schemas of HSDS 3.0 in SCHEMA_DIR; a property that the standard does not have is an error. URL is the address of the server
 * or of its `/hsds`. Without it the tool serves the seeded directory itself, on a free port.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import express from 'express';
import { openSupabase } from '../server/database/open.ts';
import { readDirectory } from '../server/database/read-directory.ts';
import { seedDirectory } from '../server/database/seed.ts';
import { createHsdsRouter } from '../server/directory/hsds/router.ts';
import { createDirectory } from '../server/directory/snapshot.ts';

/** The schema of one thing in each list. The standard's own OpenAPI names service.json for /service_at_locations/{id}: a slip. */
const LISTS: Record<string, string> = {
  services: 'service',
  organizations: 'organization',
  service_at_locations: 'service_at_location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
};
const SHOWN = 20;

type Json = Record<string, unknown>;

/** What is read of the standard's own OpenAPI document. */
interface Standard {
  paths: { '/': { get: { responses: { '200': { content: { 'application/json': { schema: Json } } } } } } };
  components: { schemas: { Page: Json } };
}

/** Schemas as they stand, with unknown properties refused and the table types of dates made formats. */
function loadSchemas(folder: string): {
  of: (name: string) => ValidateFunction;
  root: ValidateFunction;
  page: ValidateFunction;
} {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Json;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'openapi.json')) {
    ajv.addSchema(close(read(name)) as AnySchema, name);
  }
  const api = read('openapi.json') as unknown as Standard;
  const root = api.paths['/'].get.responses['200'].content['application/json'].schema;
  const { Page } = api.components.schemas;
  const page = { ...Page, properties: { ...(Page.properties as Json), contents: { type: 'array' } } };
  const all = (schema: Json) => ({ ...schema, required: Object.keys(schema.properties as Json) });
  return {
    of: (name) => {
      const found = ajv.getSchema(`${name}.json`);
      if (!found) throw new Error(`${folder} has no ${name}.json.`);
      return found;
    },
    root: ajv.compile(close(all(root)) as AnySchema),
    page: ajv.compile(close(all(page)) as AnySchema),
  };
}

function close(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(close);
  if (schema === null || typeof schema !== 'object') return schema;
  const closed = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, close(value)]));
  if (closed.datapackage_type === 'date') closed.format = 'date';
  if (closed.datapackage_type === 'time') closed.format = 'iso-time';
  const isObject = typeof closed.properties === 'object' && closed.type === 'object';
  return isObject ? { ...closed, additionalProperties: false } : closed;
}

class Report {
  checked = 0;
  readonly errors: string[] = [];

  check(validate: ValidateFunction, value: unknown, where: string): void {
    this.checked++;
    if (validate(value)) return;
    for (const { instancePath, message, params } of validate.errors ?? []) {
      this.errors.push(`${where}${instancePath}: ${message} ${JSON.stringify(params)}`);
    }
  }

  expect(holds: boolean, sentence: string): void {
    this.checked++;
    if (!holds) this.errors.push(sentence);
  }
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
  return response;
}

/** Follows the pages as a client of the standard does: by `last_page`, from page 1. */
async function readAll(list: string, query: string, { schemas, report }: Tools): Promise<Json[]> {
  const things: Json[] = [];
  for (let page = 1; ; page++) {
    const at = `${list}?${query}&page=${page}`;
    const body = (await (await get(at)).json()) as {
      contents: Json[];
      total_items: number;
      last_page: boolean;
      page_number: number;
      size: number;
    };
    report.check(schemas.page, body, at);
    report.expect(
      body.page_number === page && body.size === body.contents.length,
      `${at}: page_number or size is wrong`,
    );
    things.push(...body.contents);
    if (!body.last_page) continue;
    report.expect(things.length === body.total_items, `${list}: ${things.length} read of ${body.total_items}`);
    return things;
  }
}

type Tools = { schemas: ReturnType<typeof loadSchemas>; report: Report };

async function validateList(base: string, name: string, tools: Tools): Promise<void> {
  const { schemas, report } = tools;
  const list = `${base}/${name}`;
  const valid = schemas.of(LISTS[name] ?? '');
  const basic = await readAll(list, 'per_page=7', tools);
  for (const thing of basic) report.check(valid, thing, `${name} ${thing.id}`);
  const ids = basic.map(({ id }) => id);
  report.expect(new Set(ids).size === ids.length, `${name}: an id comes twice`);
  const lines = (await (await get(`${list}?format=ndjson`)).text()).split('\n').filter(Boolean);
  report.expect(lines.length === ids.length, `${name}: ndjson has ${lines.length} of ${ids.length}`);
  for (const line of lines) report.check(valid, JSON.parse(line), `${name} ndjson`);
  const full = name.startsWith('tax') ? [] : await readAll(list, 'full=true&per_page=50', tools);
  for (const thing of full) report.check(valid, thing, `${name} full ${thing.id}`);
  for (const id of ids) {
    const one = (await (await get(`${list}/${id}`)).json()) as Json;
    report.check(valid, one, `${name}/${id}`);
    report.expect(one.id === id, `${name}/${id} has another id`);
  }
  console.log(`${name}: ${ids.length} things, each in the list, in full, as a line and at its own address`);
}

/** Every link of the data leads to something. */
async function validateLinks(base: string, tools: Tools): Promise<void> {
  const ids = async (name: string) =>
    new Set((await readAll(`${base}/${name}`, 'per_page=100', tools)).map(({ id }) => id));
  const [services, organizations, terms] = [
    await ids('services'),
    await ids('organizations'),
    await ids('taxonomy_terms'),
  ];
  for (const service of await readAll(`${base}/services`, 'full=true', tools)) {
    const { organization, attributes } = service as { organization?: Json; attributes: { taxonomy_term: Json }[] };
    tools.report.expect(
      organizations.has(organization?.id),
      `service ${service.id}: its organization is not in the list`,
    );
    for (const { taxonomy_term } of attributes) {
      tools.report.expect(terms.has(taxonomy_term.id), `service ${service.id}: a term is not in the list`);
    }
  }
  for (const at of await readAll(`${base}/service_at_locations`, 'full=true', tools)) {
    tools.report.expect(services.has(at.service_id), `service_at_location ${at.id}: its service is not in the list`);
  }
}

async function serveSeed(): Promise<{ base: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-hsds-'));
  const { supabase } = await openSupabase({ dataDir: join(folder, 'data'), supabase: null });
  await seedDirectory(supabase.asService());
  const directory = await createDirectory({
    read: () => readDirectory(supabase.asPublic()),
    file: null,
    clock: Date.now,
  });
  await supabase.close();
  const app = express().use('/hsds', createHsdsRouter(directory, { origin: null, version: '0' }));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hsds`,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } });
  const [folder] = positionals;
  if (!folder || positionals.length > 1)
    throw new Error('Say where the schemas are: npm run hsds:validate -- SCHEMA_DIR [--url URL]');
  const tools: Tools = { schemas: loadSchemas(folder), report: new Report() };
  const own = values.url === undefined ? await serveSeed() : null;
  const given = (values.url ?? own?.base ?? '').replace(/\/+$/, '');
  const base = given.endsWith('/hsds') ? given : `${given}/hsds`;
  try {
    tools.report.check(tools.schemas.root, await (await get(`${base}/`)).json(), '/');
    for (const name of Object.keys(LISTS)) await validateList(base, name, tools);
    await validateLinks(base, tools);
  } finally {
    await own?.close();
  }
  const { checked, errors } = tools.report;
  for (const error of errors.slice(0, SHOWN)) console.error(error);
  console.log(`${checked} checks, ${errors.length} errors`);
  if (errors.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
