/**
 * JSON of repositories, Apps and installations.
 */
package io.painchain.simulator.render.repository;
