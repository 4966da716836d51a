import { createHash } from 'node:crypto';
import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Directory } from '../../ports/directory.ts';
import { csv, ndjson, paged } from './formats.ts';
import { LISTS, type List } from './lists.ts';
import { type Model, toModel } from './model.ts';
import { openapi } from './openapi.ts';
import { BadParameter, readParameters } from './parameters.ts';

export interface HsdsOptions {
  /** Scheme and host that visitors use; null: what the request says. */
  origin: string | null;
  /** The version of this software, for the OpenAPI document. */
  version: string;
}

/** Seconds for which a copy may be used without asking again. */
const FRESH = 300;
const TYPES = { json: 'application/json', ndjson: 'application/x-ndjson', csv: 'text/csv' } as const;

/** The directory as open data: HSDS 3.0 for anybody, without a key, to be mounted at `/hsds`. Reads nothing of the visitor. */
export function createHsdsRouter(directory: Directory, options: HsdsOptions): Router {
  const model = remember(directory);
  const router = Router({ caseSensitive: true });
  router.use(open);
  const base = (req: Request) => `${options.origin ?? `${req.protocol}://${req.get('host') ?? ''}`}${req.baseUrl}`;
  const document = (path: string, make: (base: string) => object) =>
    router.get(path, (req, res) => {
      readParameters(req.query, []);
      send(res, { type: TYPES.json, body: JSON.stringify(make(base(req))) });
    });
  document('/', (at) => ({ version: '3.0', profile: `${at}/profile`, openapi_url: `${at}/openapi.json` }));
  document('/profile', () => PROFILE);
  document('/openapi.json', (at) => openapi(at, options.version));
  for (const list of LISTS) {
    router.get(`/${list.name}`, (req, res) =>
      sendList(res, req, { list, model: model(), directory, version: options.version }),
    );
    router.get(`/${list.name}/:id`, (req, res) => sendOne(res, req, { list, model: model() }));
  }
  router.use((req, res) => {
    const known = req.method === 'GET' || req.method === 'HEAD';
    const error = known
      ? `There is nothing here. The lists are: ${LISTS.map(({ name }) => name).join(', ')}.`
      : 'Only GET and HEAD are answered here.';
    if (!known) res.set('allow', 'GET, HEAD, OPTIONS');
    res.status(known ? 404 : 405).json({ error });
  });
  router.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (error instanceof BadParameter) res.status(400).json({ error: error.message });
    else next(error);
  });
  return router;
}

const PROFILE = {
  name: 'Tirek',
  standard: 'Open Referral Human Services Data Specification 3.0, without changes to its schemas',
  conventions: [
    'Identifiers are name-based UUIDs (version 5): the same entry keeps its identifier.',
    'assured_date is the day on which the entry was last read in a public source or called; alert says when nobody has called yet.',
    'The source of an entry, its date and how sure it is are attributes of the taxonomy "Tirek statements about an entry".',
    'fees_description and the anonymity attribute are quoted claims. Empty or absent means not found, neither no nor free.',
    'postal_code is required by the standard and empty here: no source gives it.',
    'updated_by in metadata names a role, never a person.',
    'name is the Russian name, alternate_name the Kazakh and English ones where a source has them.',
  ],
  credits: 'Coordinates of regional centres come from GeoNames (CC BY 4.0) and are not part of this data.',
};

/** Any site may read this, with no credentials; nothing but reading is answered. */
function open(req: Request, res: Response, next: NextFunction): void {
  res.set({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': `public, max-age=${FRESH}`,
    'x-robots-tag': 'noarchive',
  });
  if (req.method !== 'OPTIONS') {
    next();
    return;
  }
  res.set({ 'access-control-allow-methods': 'GET, HEAD, OPTIONS', 'access-control-allow-headers': 'If-None-Match' });
  res.status(204).end();
}

/** One model for each snapshot: it is made again when the directory was read again. */
function remember(directory: Directory): () => Model {
  let of: unknown;
  let made: Model | undefined;
  return () => {
    if (made === undefined || of !== directory.all()) {
      of = directory.all();
      made = toModel(directory);
    }
    return made;
  };
}

type Found = { list: List; model: Model };

function sendList(
  res: Response,
  req: Request,
  { list, model, directory, version }: Found & { directory: Directory; version: string },
): void {
  const asked = readParameters(req.query, list.parameters);
  const tag = `${version}/${model.version}/${list.name}?${JSON.stringify(asked)}`;
  send(res, { type: TYPES[asked.format], tag }, () => {
    const things = list.some(model, asked, (query) => directory.search(query));
    if (asked.format === 'ndjson') return ndjson(things);
    if (asked.format === 'csv') return csv(things);
    const perPage = asked.minimal ? Math.max(things.length, 1) : asked.perPage;
    return JSON.stringify(paged(things, asked.page, perPage));
  });
}

function sendOne(res: Response, req: Request, { list, model }: Found): void {
  const asked = readParameters(req.query, list.oneParameters);
  const found = list.one(model, String(req.params.id), asked);
  if (found === undefined) return void res.status(404).json({ error: `None of ${list.name} has this id.` });
  send(res, { type: TYPES.json, body: JSON.stringify(found) });
}

/** Sends with a strong ETag, and 304 to who has it already; with `tag` the body is only made when it is needed. */
function send(
  res: Response,
  { type, tag, body }: { type: string; tag?: string; body?: string },
  make?: () => string,
): void {
  const hash = createHash('sha256').update(tag ?? body ?? '');
  const etag = `"${hash.digest('base64url').slice(0, 22)}"`;
  res.set({ etag, 'content-type': `${type}; charset=utf-8` });
  // Not req.fresh: it answers anew to browsers' fetch, which sends no-cache beside If-None-Match.
  const known = (res.req.get('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return void res.status(304).end();
  res.status(200).end(res.req.method === 'HEAD' ? undefined : (body ?? make?.()));
}
