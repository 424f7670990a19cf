export { IceServers } from './ice-servers.ts';
export { MediaHostError } from './media-host-error.ts';
export { type MediaHost, type MediaHostListener, MediaHosts } from './media-hosts.ts';
export { MediaHostsModule } from './media-hosts.module.ts';
export { SfuConnection } from './sfu-connection.ts';
