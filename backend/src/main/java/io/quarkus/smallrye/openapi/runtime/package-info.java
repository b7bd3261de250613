/**
 * One bean of Quarkus' that we replace, in the package that it has to be in; see there until when. It touches nothing of ours.
 */
package io.quarkus.smallrye.openapi.runtime;
