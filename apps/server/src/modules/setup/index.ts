export { SetupLink } from './setup-link.ts';
export { SetupModule } from './setup.module.ts';
export { UnattendedSetup } from './unattended-setup.ts';
