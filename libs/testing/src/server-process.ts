import { ChildProgram } from './child-program.ts';
import { serverMain } from './server-build.ts';

/** One process of the server. */
export class ServerProcess extends ChildProgram {
  readonly url: string;

  constructor(port: number, env: Record<string, string>) {
    const url = `http://127.0.0.1:${port}`;
    super({
      name: 'the server',
      main: serverMain,
      env: { ...env, PARVIS_PORT: String(port), PARVIS_HOST: '127.0.0.1', PARVIS_PUBLIC_URL: url },
      healthUrl: `${url}/api/health/ready`,
    });
    this.url = url;
  }
}
