/**
 * What is kept of a cluster's objects: small records with names and keyed digests. Values of Secrets, ConfigMaps, environment
 * variables and annotations end here. Pure functions of JSON.
 */
package io.painchain.kubernetes.projection;
