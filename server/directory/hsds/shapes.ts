/** Objects of the Human Services Data Specification (HSDS) 3.0, as far as this directory has something to say. */

export interface Attribute {
  id: string;
  link_type: string;
  link_entity: string;
  value?: string;
  taxonomy_term: TaxonomyTerm;
}

export interface Metadata {
  id: string;
  resource_type: string;
  last_action_date: string;
  last_action_type: string;
  field_name: string;
  previous_value: string;
  replacement_value: string;
  /** A role, never a person. */
  updated_by: string;
}

export interface Taxonomy {
  id: string;
  name: string;
  description: string;
  version: string;
}

export interface TaxonomyTerm {
  id: string;
  code: string;
  name: string;
  description: string;
  taxonomy: string;
  taxonomy_detail: Taxonomy;
  language: string;
}

export interface Phone {
  id: string;
  number: string;
  type: string;
  description?: string;
  languages?: Language[];
}

export interface Language {
  id: string;
  name: string;
  code: string;
}

export interface Address {
  id: string;
  address_1: string;
  city: string;
  state_province: string;
  postal_code: string;
  country: string;
  address_type: 'physical';
}

export interface Location {
  id: string;
  location_type: 'physical' | 'virtual';
  name: string;
  latitude?: number;
  longitude?: number;
  addresses?: Address[];
}

export interface Organization {
  id: string;
  name: string;
  description: string;
  website?: string;
  locations?: Location[];
  /** Only where the client asked for it (`full_service`). */
  services?: Service[];
}

export interface ServiceAtLocation {
  id: string;
  service_id: string;
  location_id: string;
  phones?: Phone[];
  schedules?: { id: string; description: string }[];
  location: Location;
  attributes?: Attribute[];
  metadata?: Metadata[];
}

export interface Service {
  id: string;
  name: string;
  alternate_name?: string;
  description: string;
  url?: string;
  status: 'active';
  fees_description?: string;
  eligibility_description?: string;
  assured_date: string;
  alert?: string;
  last_modified: string;
  phones?: Phone[];
  schedules?: { id: string; description: string }[];
  service_areas?: { id: string; name: string }[];
  service_at_locations?: ServiceAtLocation[];
  languages?: Language[];
  organization?: Organization;
  attributes?: Attribute[];
  metadata?: Metadata[];
}
