package io.painchain.simulator.api;

/** Where an answer comes from, and a stamp that differs whenever the answer might. */
interface Source {

    long stamp();

    Answer render() throws ApiException;
}
