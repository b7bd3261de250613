/**
 * JSON of releases and deployments.
 */
package io.painchain.simulator.render.delivery;
