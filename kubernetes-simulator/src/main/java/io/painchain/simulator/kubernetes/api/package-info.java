/** The front door as a cluster's API server has it: discovery, lists, watches, reviews of rights, refusals. */
package io.painchain.simulator.kubernetes.api;
