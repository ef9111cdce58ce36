// Ends every test run with one line for people and scripts: `N passed, N failed`, plus `, N skipped` if any. In CI a
// skipped journey counts as failed: what was not tried must not look tried. Runs in vitest's own process.
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export class CountReporter implements Reporter {
  private passed = 0;
  private failed = 0;
  private skipped = 0;
  private finished = false;

  onInit(): void {
    // On exit, so that nothing else comes after it.
    process.once('exit', () => this.printCounts());
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    this.finished = true;
    this.failed += unhandledErrors.length;
    for (const module of modules) this.count(module);
  }

  private count(module: TestModule): void {
    const isJourney = module.relativeModuleId.startsWith('test/journeys/');
    let failedTests = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') this.passed += 1;
      else if (state === 'failed') failedTests += 1;
      else if (process.env.CI && isJourney) {
        console.error(`Skipped, which CI counts as failed: ${module.relativeModuleId} > ${test.fullName}`);
        failedTests += 1;
      } else this.skipped += 1;
    }
    // A file that does not load, or a hook that fails, is a failure without a failed test.
    this.failed += !module.ok() && failedTests === 0 ? 1 : failedTests;
  }

  private printCounts(): void {
    if (!this.finished) this.failed += 1;
    if (this.failed > 0) process.exitCode ||= 1;
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
    console.log(`${this.passed} passed, ${this.failed} failed${skipped}`);
  }
}
