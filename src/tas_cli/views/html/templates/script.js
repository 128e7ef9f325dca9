"use strict";
// Only enhances: everything is there without it.
