export { OrganisationModule } from './organisation.module.ts';
export { OrganisationReader } from './organisation-reader.ts';
