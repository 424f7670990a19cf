// For `node --import`: what was started with an IPC channel ends once the other end is gone, however it went.
process.once('disconnect', () => process.kill(process.pid, 'SIGINT'));
process.channel?.unref();
