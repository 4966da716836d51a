import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import express from 'express';
import type { PageView } from '../../shared/pages.ts';

const DIST = join(import.meta.dirname, '../../dist');

/** The built pages, as the server loads them. */
export async function builtPages(): Promise<(view: PageView) => string> {
  const file = join(DIST, 'pages/pages.js');
  if (!existsSync(file)) throw new Error('dist/pages/pages.js is missing: npm run build');
  const { renderPage } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    renderPage: (view: PageView) => string;
  };
  return renderPage;
}

/** The content security policy that visitors' pages must live with. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Serves these documents by name (`/view/NAME`), and the built client files, on loopback; for what needs no application behind it. */
export async function servePages(
  documents: ReadonlyMap<string, string>,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = express();
  app.use((_, response, next) => {
    response.set('Content-Security-Policy', POLICY);
    next();
  });
  app.use(express.static(join(DIST, 'client'), { index: false }));
  app.get('/view/:name', (request, response) => {
    const text = documents.get(request.params.name);
    if (text === undefined) response.status(404).end();
    else response.type('html').send(text);
  });
  return new Promise((resolve, reject) => {
    const server = app.listen(0, '127.0.0.1', (error) => {
      if (error) return reject(error);
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
  });
}
