/** Workflow runs, their attempts and what failed in them. */
package io.painchain.github.change.run;
