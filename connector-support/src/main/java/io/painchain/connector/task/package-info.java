/** Takes tasks from the backend's queue, runs them side by side and tells what came of them. Knows no task's meaning. */
package io.painchain.connector.task;
