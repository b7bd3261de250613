/**
 * JSON of commits, files, comparisons, branches, tags and activities.
 */
package io.painchain.simulator.render.git;
