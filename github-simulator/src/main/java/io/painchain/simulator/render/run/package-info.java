/**
 * JSON of runs, jobs, workflows and annotations, and the text of a log.
 */
package io.painchain.simulator.render.run;
