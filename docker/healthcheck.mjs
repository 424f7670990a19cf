// Exits with 0 when the server on this machine is ready to take requests.
const port = process.env.PARVIS_PORT ?? '3000';

try {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(4000) });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
