/** Workflow runs, their jobs and what these say. */
package io.painchain.github.api.record.run;
