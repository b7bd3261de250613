/** Takes tasks from the backend's queue, runs them side by side and says what came of them. Knows no task's meaning. */
package io.painchain.github.task;
