import { nameIn } from '../parts/listing.tsx';
import type { ViewOf } from './view.ts';

/** An entry for machines, in schema.org's words; only what the sources say. */
export function entryData({ lang, origin, path, listing, region }: ViewOf<'entry'>): Record<string, unknown> {
  const address = {
    '@type': 'PostalAddress',
    streetAddress: listing.address.ru || undefined,
    addressLocality: listing.city || undefined,
    addressRegion: region?.code,
    addressCountry: 'KZ',
  };
  return {
    '@context': 'https://schema.org',
    '@type': listing.kind === 'self_help_group' ? 'Organization' : 'MedicalOrganization',
    name: nameIn(lang, listing).text,
    url: `${origin}/${lang}${path}`,
    address: listing.city ? address : undefined,
    telephone: listing.phones.map(({ dial }) => dial),
    sameAs: listing.website || undefined,
  };
}
