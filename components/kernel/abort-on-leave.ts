import {TaskStatus, type Task} from '@lit/task';
import type {SuretyElement} from './surety-element.js';

/** Aborts what a task is fetching when its element leaves the page, and starts again when it comes back. */
export function abortOnLeave(host: SuretyElement, task: Pick<Task, 'abort' | 'status'>): void {
  let wasAborted = false;
  host.addController({
    hostConnected() {
      if (wasAborted) host.reload();
      wasAborted = false;
    },
    hostDisconnected() {
      if (task.status !== TaskStatus.PENDING) return;
      wasAborted = true;
      task.abort();
    },
  });
}
