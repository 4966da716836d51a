/** Tables of the directory. */

export type RegionRow = {
  iso_code: string;
  kind: 'region' | 'city';
  name_kk: string;
  name_ru: string;
  name_en: string;
  name_ru_alt: string;
  iso_name: string;
  admin_centre_kk: string;
  admin_centre_ru: string;
  admin_centre_en: string;
  admin_centre_lat: number;
  admin_centre_lon: number;
  major_cities_ru: string[];
  created_2022: boolean;
  source_url: string;
  source2_url: string;
  notes: string;
  read_on: string;
};

type Sourced = {
  confidence: 'high' | 'medium' | 'low';
  source_url: string;
  /** As printed by the source: `2026-03-09`, `2026-04` or empty. */
  source_date: string;
  source2_url: string;
  notes: string;
  read_on: string;
  called_on: string | null;
  edited_at: string | null;
  checking_since: string | null;
};

export type HelplineRow = Sourced & {
  id: string;
  position: number;
  number: string;
  name_kk: string;
  name_ru: string;
  name_en: string;
  what: string;
  audience: string;
  coverage: string;
  hours: string;
  languages: string[];
  cost: string;
  other_channels: string;
  publish: 'yes' | 'yes_with_note' | 'no';
};

export type ListingRow = Sourced & {
  id: string;
  slug: string;
  category:
    | 'state_centre'
    | 'primary_care_point'
    | 'republican_centre'
    | 'self_help_group'
    | 'private_rehab'
    | 'youth_health_centre';
  name_kk: string;
  name_ru: string;
  name_en: string;
  organisation_ru: string;
  region_iso: string | null;
  city_ru: string;
  address_ru: string;
  address_kk: string;
  phones: { number: string; dial: string; remark: string }[];
  hours: string;
  website: string;
  type: '' | 'state' | 'private' | 'self_help';
  services: string[];
  languages: string[];
  cost: string;
  anonymous: string;
  addiction_specific: boolean | null;
  lat: number | null;
  lon: number | null;
  coord_note: string;
  status: 'draft' | 'published' | 'hidden' | 'closed';
  imported_at: string | null;
};

export type StagedListingRow = {
  import_id: string;
  line: number;
  entry: Partial<ListingRow>;
  is_new: boolean;
  seen_edited_at: string | null;
  staged_at: string;
};

export type SeedRow = { name: string; sha256: string; loaded_at: string };
