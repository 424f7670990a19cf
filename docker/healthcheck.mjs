// Exits with 0 when the server on this machine is ready to take requests; with the argument `sfu`, its media host.
const url =
  process.argv[2] === 'sfu'
    ? `http://127.0.0.1:${process.env.PARVIS_SFU_PORT ?? '3010'}/health`
    : `http://127.0.0.1:${process.env.PARVIS_PORT ?? '3000'}/api/health/ready`;

try {
  const answer = await fetch(url, { signal: AbortSignal.timeout(4000) });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
