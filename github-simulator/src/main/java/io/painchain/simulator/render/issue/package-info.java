/**
 * JSON of issues, their events, labels and comments.
 */
package io.painchain.simulator.render.issue;
