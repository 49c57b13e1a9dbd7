/**
 * Whether the queues have come to rest: no job runs here, and none waits. They are empty while this process ran as many
 * jobs as it added since they were asked and were so. Others may add and run jobs too: then the sum is another, and they
 * are asked again.
 */
export function watchRest(areEmpty: () => Promise<boolean>) {
  let wereEmpty = false;
  let open = 0;
  let running = 0;
  let steps = 0;
  return {
    added(): void {
      open += 1;
      steps += 1;
    },
    async run(job: () => Promise<void>): Promise<void> {
      running += 1;
      steps += 1;
      await job().finally(() => {
        running -= 1;
        open -= 1;
      });
    },
    async isAtRest(): Promise<boolean> {
      if (running > 0) return false;
      if (wereEmpty && open === 0) return true;
      const before = steps;
      if (!(await areEmpty()) || steps !== before) return false;
      wereEmpty = true;
      open = 0;
      return true;
    },
  };
}
