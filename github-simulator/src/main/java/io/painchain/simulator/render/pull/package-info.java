/**
 * JSON of pull requests and reviews.
 */
package io.painchain.simulator.render.pull;
