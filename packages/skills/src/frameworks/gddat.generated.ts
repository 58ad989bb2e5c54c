/** Made by scripts/make-structures.ts from Government Digital and Data Profession Capability Framework, export of 2026-03-23. */
// Contains public sector information licensed under the Open Government Licence v3.0.
export const structure = `
G	category	Architecture	Architecture
G	category	Chief digital and data	Chief digital and data
G	category	Data	Data
G	category	IT operations	IT operations
G	category	Product and delivery	Product and delivery
G	category	Quality assurance testing (QAT)	Quality assurance testing (QAT)
G	category	Software development	Software development
G	category	User-centred design	User-centred design
I	skill	S001	Accessibility
I	skill	S002	Adapting to delivery methodologies
I	skill	S003	Agile and Lean practices
I	skill	S004	Agile research practices
I	skill	S005	Agile working
I	skill	S006	Agile working (content design)
I	skill	S007	Analysis
I	skill	S008	Analysis and insight
I	skill	S009	Analysis and synthesis
I	skill	S010	Analysis and synthesis (data ethics)
I	skill	S011	Applied maths, statistics and scientific practices
I	skill	S012	Applied social sciences
I	skill	S013	Applying statistical and analytical tools and techniques
I	skill	S014	Applying user-centred insights
I	skill	S015	Architect for the whole context
I	skill	S016	Architecture communication
I	skill	S017	Asset and configuration management
I	skill	S018	Availability and capacity management
I	skill	S019	Business analysis (IT operations)
I	skill	S020	Business architecture
I	skill	S021	Business modelling
I	skill	S022	Business process improvement
I	skill	S023	Capability building for digital, data and technology
I	skill	S024	Change management
I	skill	S025	Changing security culture
I	skill	S026	Coding and scripting
I	skill	S027	Commercial management
I	skill	S028	Commercial perspective
I	skill	S029	Communicating analysis and insight
I	skill	S030	Communicating between the technical and non-technical
I	skill	S031	Communicating data
I	skill	S032	Communicating information
I	skill	S033	Communication (data ethics)
I	skill	S034	Communication (security architect)
I	skill	S035	Community collaboration
I	skill	S036	Consultancy
I	skill	S037	Content concepts and prototyping
I	skill	S038	Context, problem and option analysis
I	skill	S039	Continual service improvement
I	skill	S040	Continuity management
I	skill	S041	Creating value for money
I	skill	S042	Customer service management
I	skill	S043	Cyber incident management
I	skill	S044	Cyber risk management
I	skill	S045	Cyber security governance
I	skill	S046	Data analysis and synthesis
I	skill	S047	Data architecture
I	skill	S048	Data compliance and security
I	skill	S049	Data development process
I	skill	S050	Data engineering
I	skill	S051	Data ethics and privacy
I	skill	S052	Data governance
I	skill	S053	Data governance (data architect)
I	skill	S054	Data governance leadership
I	skill	S055	Data innovation
I	skill	S056	Data integration design
I	skill	S057	Data life cycle
I	skill	S058	Data literacy improvement
I	skill	S059	Data management
I	skill	S060	Data maturity
I	skill	S061	Data modelling
I	skill	S062	Data modelling, cleansing and enrichment
I	skill	S063	Data preparation and linkage
I	skill	S064	Data risk management
I	skill	S065	Data science innovation
I	skill	S066	Data standards
I	skill	S067	Data visualisation
I	skill	S068	Defining and managing business needs, user needs and requirements
I	skill	S069	Delivering business impact
I	skill	S070	Delivering business impact through data
I	skill	S071	Design communication
I	skill	S072	Designing and executing tests
I	skill	S073	Designing for everyone
I	skill	S074	Designing secure systems
I	skill	S075	Designing strategically
I	skill	S076	Designing together
I	skill	S077	Developing code for analysis
I	skill	S078	Developing data science capability
I	skill	S079	Development process optimisation
I	skill	S080	Digital and data systems analysis
I	skill	S081	Empathy and inclusivity
I	skill	S082	Enabling and informing risk-based decisions
I	skill	S083	Ensuring resilience of digital, data and technology
I	skill	S084	Enterprise and business architecture (business analyst)
I	skill	S085	Enterprise architecture
I	skill	S086	Evaluation delivery
I	skill	S087	Evaluation planning and strategy
I	skill	S088	Evidence-based design
I	skill	S089	Financial decision making for technology
I	skill	S090	Financial management
I	skill	S091	Financial management for digital, data and technology
I	skill	S092	Financial ownership
I	skill	S093	Governance and assurance
I	skill	S094	Governance and assurance (accessibility)
I	skill	S095	Incident management
I	skill	S096	Inclusive research
I	skill	S097	Information security
I	skill	S098	Innovation in digital, data and technology
I	skill	S099	Iterative design
I	skill	S100	IT infrastructure
I	skill	S101	IT service reporting
I	skill	S102	Leadership and guidance
I	skill	S103	Leadership and guidance (frontend developer)
I	skill	S104	Leading design
I	skill	S105	Leading digital products and services
I	skill	S106	Leading performance and benefits
I	skill	S107	Life cycle management
I	skill	S108	Maintaining delivery momentum
I	skill	S109	Making and guiding decisions
I	skill	S110	Making a process work
I	skill	S111	Making architectural decisions
I	skill	S112	Making strategic performance-led change
I	skill	S113	Managing a data project
I	skill	S114	Managing decisions and risks
I	skill	S115	Managing product outcomes
I	skill	S116	Managing, reporting and resolving defects
I	skill	S117	Metadata management
I	skill	S118	Methods and tools
I	skill	S119	Modern development standards
I	skill	S120	Monitoring and evaluation across the product life cycle
I	skill	S121	Operational management
I	skill	S122	Optimising technology and data architecture
I	skill	S123	Ownership and initiative
I	skill	S124	Performance measurement
I	skill	S125	Planning
I	skill	S126	Problem definition and shaping
I	skill	S127	Problem management
I	skill	S128	Product and service monitoring
I	skill	S129	Product leadership
I	skill	S130	Product management
I	skill	S131	Product ownership (data ethics)
I	skill	S132	Programming and build (data and analytics engineering)
I	skill	S133	Programming and build (data science)
I	skill	S134	Programming and build (frontend developer)
I	skill	S135	Programming and build (software engineering)
I	skill	S136	Prototyping
I	skill	S137	Quality assurance of data and analysis
I	skill	S138	Research and innovation
I	skill	S139	Research management, leadership and assurance
I	skill	S140	Security architecture
I	skill	S141	Security technology
I	skill	S142	Service focus
I	skill	S143	Service management framework knowledge
I	skill	S144	Service support
I	skill	S145	Shaping the direction of organisational strategy through digital, data and technology
I	skill	S146	Stakeholder relationship management
I	skill	S147	Stakeholder relationship management (content design)
I	skill	S148	Stakeholder relationship management (IT operations)
I	skill	S149	Strategic cyber security planning
I	skill	S150	Strategic data planning
I	skill	S151	Strategic design and business change
I	skill	S152	Strategic ownership
I	skill	S153	Strategic technology planning
I	skill	S154	Strategic thinking
I	skill	S155	Strategic thinking (content design)
I	skill	S156	Strategy design
I	skill	S157	Systems design
I	skill	S158	Systems design (frontend developer)
I	skill	S159	Systems integration
I	skill	S160	Systems integration (frontend developer)
I	skill	S161	Team dynamics and collaboration
I	skill	S162	Technical design throughout the life cycle
I	skill	S163	Technical specialism
I	skill	S164	Technical understanding
I	skill	S165	Technical understanding (accessibility)
I	skill	S166	Technical understanding (performance analyst)
I	skill	S167	Technical understanding (user-centred design)
I	skill	S168	Technology architecture
I	skill	S169	Technology evaluation
I	skill	S170	Test analysis
I	skill	S171	Test and quality planning
I	skill	S172	Test engineering
I	skill	S173	Testing
I	skill	S174	Testing (business analysis)
I	skill	S175	Troubleshooting and problem resolution
I	skill	S176	Turning business problems into data design
I	skill	S177	Understanding analysis across the product life cycle
I	skill	S178	Understanding product delivery
I	skill	S179	Understanding security implications of transformation
I	skill	S180	User-centred analysis
I	skill	S181	User-centred content design
I	skill	S182	User-centred practice and advocacy
I	skill	S183	User experience analysis
I	skill	S184	User focus
I	skill	S185	User focus (content design)
I	skill	S186	User focus (frontend developer)
I	skill	S187	User research methods
I	skill	S188	Web performance optimisation
I	skill	S189	Working within constraints (performance analyst)
R	Business architect	Business architect	Architecture		S020:1 S032:1 S036:1 S109:1 S118:1 S146:2 S154:1 S151:3
L	Business architect / Associate business architect	Associate business architect	S020:2 S032:3 S036:2 S109:2 S118:2 S146:2 S154:2
L	Business architect / Business architect	Business architect	S020:3 S032:4 S036:3 S109:3 S118:3 S146:3 S151:3 S154:3
L	Business architect / Lead business architect	Lead business architect	S020:4 S032:4 S036:3 S109:3 S118:4 S146:4 S151:4 S154:3
L	Business architect / Trainee business architect	Trainee business architect	S020:1 S032:1 S036:1 S109:1 S118:1 S154:1
R	Data architect	Data architect	Architecture		S030:2 S031:1 S046:2 S053:2 S055:1 S061:2 S066:2 S117:2 S127:2 S154:1 S176:2
L	Data architect / Chief data architect	Chief data architect	S030:3 S031:3 S046:2 S053:4 S055:3 S061:4 S066:4 S117:4 S127:4 S154:3 S176:4
L	Data architect / Data architect	Data architect	S030:2 S031:1 S046:2 S053:2 S055:1 S061:2 S066:2 S117:2 S127:2 S154:1 S176:2
L	Data architect / Senior data architect	Senior data architect	S030:3 S031:2 S046:2 S053:3 S055:2 S061:3 S066:3 S117:3 S127:3 S154:2 S176:3
R	Enterprise architect	Enterprise architect	Architecture		S015:3 S016:3 S028:2 S035:2 S085:2 S111:2 S126:2 S156:2
L	Enterprise architect / Enterprise architect	Enterprise architect	S015:3 S016:3 S028:2 S035:2 S085:2 S111:2 S126:2 S156:2
L	Enterprise architect / Lead enterprise architect	Lead enterprise architect	S015:4 S016:4 S028:3 S035:3 S085:3 S111:3 S126:4 S156:4
L	Enterprise architect / Principal enterprise architect	Principal enterprise architect	S015:4 S016:4 S028:3 S035:4 S085:4 S111:4 S126:4 S156:4
L	Enterprise architect / Senior enterprise architect	Senior enterprise architect	S015:3 S016:3 S028:2 S035:3 S085:3 S111:3 S126:3 S156:3
R	Network architect	Network architect	Architecture		S093:1 S100:2 S157:2 S159:1 S164:1 S175:2
L	Network architect / Associate network architect	Associate network architect	S093:1 S100:2 S157:2 S159:1 S164:1 S175:2
L	Network architect / Lead network architect	Lead network architect	S093:4 S100:4 S157:4 S159:3 S164:4 S175:3
L	Network architect / Network architect	Network architect	S093:3 S100:3 S157:3 S159:3 S164:3 S175:3
R	Security architect	Security architect	Architecture		S007:2 S034:3 S074:2 S082:2 S138:2 S141:2 S179:2
L	Security architect / Lead security architect	Lead security architect	S007:3 S034:3 S074:3 S082:3 S138:3 S141:4 S179:3
L	Security architect / Principal security architect	Principal security architect	S007:4 S034:4 S074:4 S082:4 S138:3 S141:4 S179:4
L	Security architect / Security architect	Security architect	S007:2 S034:3 S074:2 S082:2 S138:2 S141:2 S179:2
R	Solution architect	Solution architect	Architecture		S015:1 S016:2 S028:1 S035:1 S111:1 S126:2 S156:1 S162:2
L	Solution architect / Associate solution architect	Associate solution architect	S015:1 S016:2 S028:1 S035:1 S111:1 S126:2 S156:1 S162:2
L	Solution architect / Lead solution architect	Lead solution architect	S015:3 S016:4 S028:3 S035:3 S111:3 S126:4 S156:3 S162:4
L	Solution architect / Principal solution architect	Principal solution architect	S015:4 S016:4 S028:3 S035:4 S111:4 S126:4 S156:4 S162:4
L	Solution architect / Senior solution architect	Senior solution architect	S015:2 S016:3 S028:2 S035:3 S111:3 S126:3 S156:2 S162:3
L	Solution architect / Solution architect	Solution architect	S015:2 S016:3 S028:2 S035:2 S111:2 S126:3 S156:2 S162:2
R	Technical architect	Technical architect	Architecture		S015:1 S016:1 S035:1 S111:1 S156:1 S162:2
L	Technical architect / Associate technical architect	Associate technical architect	S015:1 S016:1 S035:1 S111:1 S156:1 S162:2
L	Technical architect / Lead technical architect	Lead technical architect	S015:3 S016:4 S035:3 S111:3 S156:3 S162:4
L	Technical architect / Principal technical architect	Principal technical architect	S015:3 S016:4 S035:3 S111:4 S156:4 S162:4
L	Technical architect / Senior technical architect	Senior technical architect	S015:2 S016:3 S035:3 S111:2 S156:2 S162:3
L	Technical architect / Technical architect	Technical architect	S015:2 S016:2 S035:2 S111:2 S156:2 S162:2
R	Chief data officer	Chief data officer	Chief digital and data		S023 S047 S054 S064 S098 S150
L	Chief data officer / Chief data officer	Chief data officer	S023 S047 S054 S064 S098 S150
R	Chief digital and information officer	Chief digital and information officer	Chief digital and data		S023 S083 S091 S098 S105 S112 S122 S145
L	Chief digital and information officer / Chief digital and information officer	Chief digital and information officer	S023 S083 S091 S098 S105 S112 S122 S145
R	Chief information security officer	Chief information security officer	Chief digital and data		S023 S025 S043 S044 S045 S098 S140 S149
L	Chief information security officer / Chief information security officer	Chief information security officer	S023 S025 S043 S044 S045 S098 S140 S149
R	Chief technology officer	Chief technology officer	Chief digital and data		S023 S089 S098 S153 S168 S169
L	Chief technology officer / Chief technology officer	Chief technology officer	S023 S089 S098 S153 S168 S169
R	Analytics engineer	Analytics engineer	Data		S030:1 S046:1 S055:1 S062:1 S117:1 S127:1 S132:2 S173:1 S176:1
L	Analytics engineer / Analytics engineer	Analytics engineer	S030:2 S046:2 S055:1 S062:2 S117:2 S127:1 S132:2 S173:1 S176:2
L	Analytics engineer / Head of analytics engineering	Head of analytics engineering	S030:4 S046:3 S055:4 S062:4 S117:4 S127:4 S132:4 S173:2 S176:4
L	Analytics engineer / Lead analytics engineer	Lead analytics engineer	S030:3 S046:3 S055:3 S062:3 S117:3 S127:3 S132:3 S173:2 S176:2
L	Analytics engineer / Senior analytics engineer	Senior analytics engineer	S030:2 S046:2 S055:2 S062:3 S117:3 S127:2 S132:3 S173:2 S176:3
L	Analytics engineer / Trainee analytics engineer	Trainee analytics engineer	S030:1 S046:1 S055:1 S062:1 S117:1 S127:1 S173:1 S176:1
R	Data analyst	Data analyst	Data		S013:1 S030:1 S051:1 S059:1 S063:1 S067:1 S070:1 S077:1 S113:1
L	Data analyst / Associate data analyst	Associate data analyst	S013:1 S030:1 S051:1 S059:1 S063:1 S067:1 S070:1 S077:1 S113:1
L	Data analyst / Data analyst	Data analyst	S013:2 S030:2 S051:2 S059:2 S063:2 S067:2 S070:2 S077:2 S113:2
L	Data analyst / Principal data analyst	Principal data analyst	S013:4 S030:4 S051:3 S059:4 S063:4 S067:4 S070:4 S077:4 S113:4
L	Data analyst / Senior data analyst	Senior data analyst	S013:3 S030:3 S051:3 S059:3 S063:3 S067:3 S070:3 S077:3 S113:3
R	Data engineer	Data engineer	Data		S030:1 S046:2 S048:2 S049:2 S055:1 S056:2 S061:2 S117:2 S127:1 S132:2 S164:2
L	Data engineer / Data engineer	Data engineer	S030:1 S046:2 S048:2 S049:2 S055:1 S056:2 S061:2 S117:2 S127:1 S132:2 S164:2
L	Data engineer / Head of data engineering	Head of data engineering	S030:4 S046:3 S048:4 S049:4 S055:4 S056:4 S061:2 S117:4 S127:4 S132:4 S164:4
L	Data engineer / Lead data engineer	Lead data engineer	S030:3 S046:3 S048:4 S049:4 S055:3 S056:4 S061:4 S117:3 S127:3 S132:3 S164:3
L	Data engineer / Senior data engineer	Senior data engineer	S030:2 S046:2 S048:3 S049:3 S055:2 S056:3 S061:3 S117:3 S127:2 S132:3 S164:2
R	Data ethicist	Data ethicist	Data		S010:3 S012:3 S030:3 S033:4 S051:3 S081:4 S114:3 S127:3 S131:3 S146:3
L	Data ethicist / Data ethics lead	Data ethics lead	S010:3 S012:3 S030:3 S033:4 S051:3 S081:4 S114:3 S127:3 S131:3 S146:3
L	Data ethicist / Head of data ethics	Head of data ethics	S010:4 S012:4 S030:4 S033:4 S051:4 S081:4 S114:3 S127:3 S131:4 S146:4
R	Data governance manager	Data governance manager	Data		S029:2 S030:2 S051:2 S052:2 S055:2 S057:2 S058:2 S059:2 S060:2 S066:2 S082:2 S146:2 S154:2
L	Data governance manager / Data governance manager	Data governance manager	S029:2 S030:2 S051:2 S052:2 S055:2 S057:2 S058:2 S059:2 S060:2 S066:2 S082:2 S146:2 S154:2
L	Data governance manager / Head of data governance	Head of data governance	S029:4 S030:4 S051:4 S052:4 S055:4 S057:4 S058:4 S059:4 S060:4 S066:4 S082:4 S146:4 S154:4
L	Data governance manager / Lead data governance manager	Lead data governance manager	S029:3 S030:3 S051:3 S052:3 S055:3 S057:3 S058:3 S059:3 S060:3 S066:3 S082:3 S146:3 S154:3
R	Data scientist	Data scientist	Data		S011:1 S050:1 S051:1 S065:1 S069:1 S078:1 S133:1 S178:1
L	Data scientist / Associate data scientist	Associate data scientist	S011:2 S050:2 S051:2 S065:2 S069:2 S078:2 S133:2 S178:2
L	Data scientist / Data scientist	Data scientist	S011:3 S050:3 S051:3 S065:3 S069:2 S078:3 S133:3 S178:3
L	Data scientist / Head of data science	Head of data science	S011:4 S050:3 S051:4 S065:3 S069:4 S078:4 S133:2 S178:3
L	Data scientist / Lead data scientist	Lead data scientist	S011:4 S050:4 S051:4 S065:4 S069:4 S078:4 S133:4 S178:4
L	Data scientist / Principal data scientist	Principal data scientist	S011:4 S050:4 S051:3 S065:4 S069:3 S078:3 S133:4 S178:3
L	Data scientist / Trainee data scientist	Trainee data scientist	S011:1 S050:1 S051:1 S065:1 S069:1 S078:1 S133:1 S178:1
R	Digital evaluator	Digital evaluator	Data		S029:1 S051:1 S086:2 S087:1 S120:1 S128:1 S137:1
L	Digital evaluator / Digital evaluator	Digital evaluator	S029:2 S051:2 S086:2 S087:2 S120:2 S128:2 S137:2
L	Digital evaluator / Head of digital evaluation	Head of digital evaluation	S029:4 S051:4 S086:4 S087:4 S120:4 S128:4 S137:4
L	Digital evaluator / Junior digital evaluator	Junior digital evaluator	S029:1 S051:1 S086:2 S087:1 S120:1 S128:1 S137:1
L	Digital evaluator / Lead digital evaluator	Lead digital evaluator	S029:4 S051:4 S086:3 S087:3 S120:3 S128:4 S137:4
L	Digital evaluator / Senior digital evaluator	Senior digital evaluator	S029:3 S051:3 S086:3 S087:3 S120:2 S128:3 S137:3
R	Machine learning engineer	Machine learning engineer	Data		S011:3 S030:3 S051:3 S065:3 S135:3 S159:3
L	Machine learning engineer / Lead machine learning engineer	Lead machine learning engineer	S011:3 S030:4 S051:3 S065:4 S135:4 S159:4
L	Machine learning engineer / Senior machine learning engineer	Senior machine learning engineer	S011:3 S030:3 S051:3 S065:3 S135:3 S159:3
R	Performance analyst	Performance analyst	Data		S008:2 S029:2 S124:1 S137:1 S166:1 S177:1 S180:1 S189:1
L	Performance analyst / Associate performance analyst	Associate performance analyst	S008:2 S029:2 S124:1 S137:1 S166:1 S177:1 S180:1 S189:1
L	Performance analyst / Head of performance analysis	Head of performance analysis	S008:3 S029:4 S124:4 S137:4 S166:4 S177:4 S180:4 S189:4
L	Performance analyst / Lead performance analyst	Lead performance analyst	S008:4 S029:4 S124:4 S137:4 S166:4 S177:4 S180:4 S189:4
L	Performance analyst / Performance analyst	Performance analyst	S008:3 S029:2 S124:2 S137:2 S166:2 S177:2 S180:2 S189:2
L	Performance analyst / Senior performance analyst	Senior performance analyst	S008:3 S029:3 S124:3 S137:3 S166:3 S177:3 S180:3 S189:3
R	Application operations engineer	Application operations engineer	IT operations		S017:2 S018:2 S024:1 S039:1 S095:1 S123:1 S127:1 S142:2 S143:1 S163:1 S164:1 S173:1 S184:1
L	Application operations engineer / Application operations engineer	Application operations engineer	S017:2 S018:2 S024:1 S039:1 S095:1 S123:2 S127:1 S142:2 S143:1 S163:1 S164:1 S173:1 S184:2
L	Application operations engineer / Associate application operations engineer	Associate application operations engineer	S095:1 S123:1 S127:1 S184:1
L	Application operations engineer / Lead application operations engineer	Lead application operations engineer	S017:2 S018:2 S024:3 S039:2 S095:3 S123:3 S127:2 S142:2 S143:2 S163:3 S164:2 S173:3 S184:3
L	Application operations engineer / Principal application operations engineer	Principal application operations engineer	S017:3 S018:3 S024:3 S039:3 S095:3 S123:3 S127:3 S142:3 S143:3 S163:4 S164:3 S173:4 S184:3
L	Application operations engineer / Senior application operations engineer	Senior application operations engineer	S017:2 S018:2 S024:2 S039:2 S095:2 S123:2 S127:2 S142:2 S143:1 S163:2 S164:2 S173:2 S184:2
R	Business relationship manager	Business relationship manager	IT operations		S019:2 S039:1 S123:2 S142:2 S143:1 S148:3 S154:2 S164:2 S184:2
L	Business relationship manager / Business relationship manager	Business relationship manager	S019:2 S039:1 S123:2 S142:2 S143:1 S148:3 S154:2 S164:2 S184:2
L	Business relationship manager / Lead business relationship manager	Lead business relationship manager	S019:4 S039:3 S123:3 S142:3 S143:2 S148:4 S154:3 S164:3 S184:4
L	Business relationship manager / Senior business relationship manager	Senior business relationship manager	S019:3 S039:2 S123:3 S142:2 S143:2 S148:3 S154:3 S164:3 S184:3
R	Change and release manager	Change and release manager	IT operations		S017:2 S018:1 S024:1 S035:2 S039:1 S040:1 S095:1 S123:1 S127:1 S142:1 S143:1 S164:1 S184:1
L	Change and release manager / Change and release analyst	Change and release analyst	S017:2 S018:1 S024:2 S035:2 S039:1 S040:1 S095:1 S123:1 S127:1 S142:1 S143:1 S164:1 S184:1
L	Change and release manager / Change and release manager	Change and release manager	S017:4 S018:2 S024:4 S035:3 S039:2 S040:1 S095:2 S123:2 S127:2 S142:2 S143:1 S164:2 S184:2
L	Change and release manager / Configuration analyst	Configuration analyst	S017:2 S018:1 S024:1 S035:2 S039:1 S040:1 S095:1 S123:1 S127:1 S142:1 S143:1 S164:1 S184:1
R	Command and control centre manager	Command and control centre manager	IT operations		S017:1 S018:2 S024:1 S035:2 S039:2 S040:1 S095:1 S123:2 S127:1 S142:2 S143:1 S164:1 S184:2
L	Command and control centre manager / Head of command and control	Head of command and control	S017:3 S018:3 S024:3 S035:3 S039:3 S040:2 S095:3 S123:3 S127:3 S142:3 S143:3 S164:3 S184:4
L	Command and control centre manager / Operational control manager	Operational control manager	S017:2 S018:2 S024:3 S035:3 S039:3 S040:2 S095:3 S123:3 S127:2 S142:3 S143:2 S164:3 S184:3
L	Command and control centre manager / Operations analyst	Operations analyst	S017:1 S018:2 S024:1 S035:2 S039:2 S040:1 S095:1 S123:2 S127:1 S142:2 S143:1 S164:1 S184:2
L	Command and control centre manager / Senior operations analyst	Senior operations analyst	S017:2 S018:2 S024:2 S035:2 S039:2 S040:1 S095:2 S123:2 S127:2 S142:2 S143:1 S164:2 S184:2
R	End user computing engineer	End user computing engineer	IT operations		S101:1 S095:1 S123:1 S127:1 S184:1 S017:2 S024:1 S039:1 S142:2 S143:1 S163:1 S164:1 S173:1
L	End user computing engineer / Associate end user computing engineer	Associate end user computing engineer	S101:1 S095:1 S123:1 S127:1 S184:1
L	End user computing engineer / End user computing engineer	End user computing engineer	S017:2 S024:1 S039:1 S101:1 S095:1 S123:2 S127:1 S142:2 S143:1 S163:1 S164:1 S173:1 S184:2
L	End user computing engineer / Lead end user computing engineer	Lead end user computing engineer	S017:2 S024:3 S039:2 S101:2 S095:3 S123:3 S127:2 S142:2 S143:2 S163:3 S164:2 S173:3 S184:3
L	End user computing engineer / Principal end user computing engineer	Principal end user computing engineer	S017:3 S024:3 S039:3 S101:3 S095:3 S123:3 S127:3 S142:3 S163:4 S164:2 S173:4 S184:4
L	End user computing engineer / Senior end user computing engineer	Senior end user computing engineer	S017:2 S024:2 S039:2 S101:2 S095:2 S123:2 S127:2 S142:2 S143:1 S163:2 S164:2 S173:2 S184:2
R	IT service manager	IT service manager	IT operations		S017:1 S019:1 S039:1 S101:2 S123:2 S143:1 S148:2 S154:2 S164:1 S184:2 S142:1
L	IT service manager / Head of IT service management	Head of IT service management	S017:4 S019:3 S039:3 S101:3 S123:3 S143:4 S148:4 S154:4 S164:3 S184:4
L	IT service manager / IT service analyst	IT service analyst	S017:1 S019:1 S039:1 S101:2 S123:2 S142:1 S143:1 S148:2 S154:2 S164:1 S184:2
L	IT service manager / IT service manager	IT service manager	S017:2 S019:2 S039:2 S101:2 S123:2 S142:3 S143:2 S148:2 S154:2 S164:2 S184:2
L	IT service manager / Senior IT service manager	Senior IT service manager	S017:3 S019:3 S039:3 S101:3 S123:3 S142:3 S143:3 S148:3 S154:3 S164:2 S184:3
R	Incident manager	Incident manager	IT operations		S017:1 S018:1 S024:1 S035:2 S039:1 S040:1 S095:2 S123:2 S127:2 S142:2 S143:1 S164:1 S184:2
L	Incident manager / Incident manager	Incident manager	S017:1 S018:1 S024:1 S035:2 S039:1 S040:1 S095:2 S123:2 S127:2 S142:2 S143:1 S164:1 S184:2
L	Incident manager / Major incident manager	Major incident manager	S017:1 S018:2 S024:2 S035:3 S039:2 S040:2 S095:3 S123:3 S127:2 S142:3 S143:1 S164:2 S184:3
R	Infrastructure engineer	Infrastructure engineer	IT operations		S100:1 S097:1 S119:1 S123:1 S127:1 S157:1 S159:1 S164:1 S175:1 S026:1 S142:2 S173:1
L	Infrastructure engineer / Associate infrastructure engineer	Associate infrastructure engineer	S100:1 S097:1 S119:1 S123:1 S127:1 S157:1 S159:1 S164:1 S175:1
L	Infrastructure engineer / Infrastructure engineer	Infrastructure engineer	S026:1 S100:2 S097:1 S119:2 S123:2 S127:1 S142:2 S157:2 S159:2 S164:2 S173:1 S175:2
L	Infrastructure engineer / Lead infrastructure engineer	Lead infrastructure engineer	S026:2 S100:4 S097:3 S119:4 S123:3 S127:2 S142:2 S157:3 S159:4 S164:4 S173:3 S175:4
L	Infrastructure engineer / Principal infrastructure engineer	Principal infrastructure engineer	S026:2 S100:3 S097:3 S119:4 S123:3 S127:3 S142:3 S157:4 S159:4 S164:3 S173:4 S175:4
L	Infrastructure engineer / Senior infrastructure engineer	Senior infrastructure engineer	S026:1 S100:3 S097:2 S119:3 S123:2 S127:2 S142:2 S157:3 S159:3 S164:3 S173:2 S175:3
R	Infrastructure operations engineer	Infrastructure operations engineer	IT operations		S095:1 S123:1 S127:1 S184:1 S017:2 S018:2 S024:1 S026:1 S039:1 S142:2 S143:1 S163:1 S164:1 S173:1
L	Infrastructure operations engineer / Associate infrastructure operations engineer	Associate infrastructure operations engineer	S095:1 S123:1 S127:1 S184:1
L	Infrastructure operations engineer / Infrastructure operations engineer	Infrastructure operations engineer	S017:2 S018:2 S024:1 S026:1 S039:1 S095:1 S123:2 S127:1 S142:2 S143:1 S163:1 S164:1 S173:1 S184:2
L	Infrastructure operations engineer / Lead infrastructure operations engineer	Lead infrastructure operations engineer	S017:2 S018:2 S024:3 S026:2 S039:2 S095:3 S123:3 S127:2 S142:2 S143:2 S163:3 S164:2 S173:3 S184:3
L	Infrastructure operations engineer / Principal infrastructure operations engineer	Principal infrastructure operations engineer	S017:3 S018:3 S024:3 S026:2 S039:3 S095:3 S123:3 S127:3 S142:3 S143:3 S163:4 S164:3 S173:4 S184:4
L	Infrastructure operations engineer / Senior infrastructure operations engineer	Senior infrastructure operations engineer	S017:2 S018:2 S024:2 S026:1 S039:2 S095:2 S123:2 S127:2 S142:2 S143:1 S163:2 S164:2 S173:2 S184:2
R	Problem manager	Problem manager	IT operations		S017:1 S018:2 S024:1 S035:2 S039:2 S040:1 S095:2 S123:2 S127:2 S142:2 S143:1 S164:1 S184:2
L	Problem manager / Problem analyst	Problem analyst	S017:1 S018:2 S024:1 S035:2 S039:2 S040:1 S095:2 S123:2 S127:2 S142:2 S143:1 S164:1 S184:2
L	Problem manager / Problem manager	Problem manager	S017:1 S018:2 S024:2 S035:3 S039:3 S040:2 S095:3 S123:3 S127:3 S142:3 S143:1 S164:2 S184:2
R	Service desk manager	Service desk manager	IT operations		S017:1 S039:1 S042:2 S101:2 S123:2 S127:1 S142:1 S143:1 S164:1 S184:1
L	Service desk manager / Head of service desk	Head of service desk	S017:1 S039:3 S042:4 S101:4 S123:3 S127:3 S142:3 S143:2 S164:2 S184:4
L	Service desk manager / Senior service desk analyst	Senior service desk analyst	S017:1 S039:2 S042:3 S101:2 S123:2 S127:1 S142:2 S143:1 S164:1 S184:2
L	Service desk manager / Service desk analyst	Service desk analyst	S017:1 S039:1 S042:2 S101:2 S123:2 S142:1 S164:1 S184:1
L	Service desk manager / Service desk manager	Service desk manager	S017:1 S039:2 S042:4 S101:3 S123:3 S127:2 S142:2 S143:2 S164:2 S184:3
R	Service transition manager	Service transition manager	IT operations		S017:1 S018:1 S024:1 S035:1 S039:2 S040:1 S095:1 S123:1 S127:1 S142:2 S143:1 S164:1 S184:2
L	Service transition manager / Lead service transition manager	Lead service transition manager	S017:2 S018:3 S024:3 S035:3 S039:2 S040:1 S095:2 S123:3 S127:2 S142:4 S143:2 S164:2 S184:3
L	Service transition manager / Service acceptance analyst	Service acceptance analyst	S017:1 S018:1 S024:1 S035:1 S039:2 S040:1 S095:1 S123:1 S127:1 S142:2 S143:1 S164:1 S184:2
L	Service transition manager / Service readiness analyst	Service readiness analyst	S017:1 S018:2 S024:2 S035:2 S039:2 S040:1 S095:1 S123:2 S127:1 S142:2 S143:1 S164:1 S184:2
L	Service transition manager / Service transition manager	Service transition manager	S017:2 S018:2 S024:2 S035:2 S039:2 S040:1 S095:2 S123:2 S127:2 S142:3 S143:2 S164:2 S184:2
R	Business analyst	Business analyst	Product and delivery		S002:1 S021:1 S022:1 S038:1 S068:1 S080:1 S146:1 S174:1 S183:1 S084:2
L	Business analyst / Business analyst	Business analyst	S002:2 S021:2 S022:2 S038:2 S068:2 S080:2 S146:2 S174:2 S183:2
L	Business analyst / Head of business analysis	Head of business analysis	S002:4 S021:4 S022:4 S038:4 S068:4 S080:4 S084:2 S146:4 S174:3 S183:3
L	Business analyst / Junior business analyst	Junior business analyst	S002:1 S021:1 S022:1 S038:1 S068:1 S080:1 S146:1 S174:1 S183:1
L	Business analyst / Lead business analyst	Lead business analyst	S002:3 S021:4 S022:4 S038:4 S068:4 S080:4 S084:2 S146:4 S174:3 S183:3
L	Business analyst / Senior business analyst	Senior business analyst	S002:3 S021:3 S022:3 S038:3 S068:3 S080:3 S146:3 S174:3 S183:3
L	Business analyst / Trainee business analyst	Trainee business analyst	S002:1 S021:1 S022:1 S038:1 S068:1 S080:1 S146:1 S174:1
R	Delivery manager	Delivery manager	Product and delivery		S003:2 S027:2 S030:2 S090:1 S107:1 S108:2 S110:2 S125:1 S161:1
L	Delivery manager / Associate delivery manager	Associate delivery manager	S003:2 S027:2 S030:2 S090:1 S107:1 S108:2 S110:2 S125:1 S161:1
L	Delivery manager / Delivery manager	Delivery manager	S003:3 S027:2 S030:3 S090:2 S107:2 S108:3 S110:4 S125:3 S161:2
L	Delivery manager / Head of (Agile) delivery management	Head of (Agile) delivery management	S003:4 S027:4 S030:4 S090:3 S107:4 S108:4 S110:4 S125:4 S161:4
L	Delivery manager / Senior delivery manager	Senior delivery manager	S003:4 S027:3 S030:4 S090:3 S107:3 S108:4 S110:4 S125:4 S161:3
R	Digital portfolio manager	Digital portfolio manager	Product and delivery		S005:1 S029:2 S093:1 S125:1 S146:2 S154:1
L	Digital portfolio manager / Digital portfolio analyst	Digital portfolio analyst	S005:1 S029:2 S093:1 S125:1 S146:2 S154:1
L	Digital portfolio manager / Digital portfolio manager	Digital portfolio manager	S005:1 S029:2 S093:2 S125:1 S146:2 S154:1
L	Digital portfolio manager / Head of portfolio	Head of portfolio	S005:1 S029:4 S093:3 S125:3 S146:4 S154:3
L	Digital portfolio manager / Senior digital portfolio manager	Senior digital portfolio manager	S005:1 S029:3 S093:3 S125:3 S146:3 S154:2
R	Product manager	Product manager	Product and delivery		S003:2 S014:2 S041:1 S107:1 S115:1 S129:1 S130:2 S146:2 S152:1
L	Product manager / Associate product manager	Associate product manager	S003:2 S014:2 S041:1 S107:1 S115:1 S129:1 S130:2 S146:2 S152:1
L	Product manager / Head of product	Head of product	S003:4 S014:4 S041:4 S107:4 S115:4 S129:4 S130:4 S146:4 S152:4
L	Product manager / Lead product manager	Lead product manager	S003:4 S014:4 S041:3 S107:4 S115:3 S129:3 S130:4 S146:4 S152:4
L	Product manager / Product manager	Product manager	S003:3 S014:3 S041:2 S107:2 S115:2 S129:2 S130:3 S146:3 S152:2
L	Product manager / Senior product manager	Senior product manager	S003:3 S014:3 S041:3 S107:3 S115:3 S129:3 S130:4 S146:3 S152:3
R	Programme delivery manager	Programme delivery manager	Product and delivery		S003:4 S027:4 S030:4 S035:4 S090:4 S107:4 S108:4 S110:4 S125:4
L	Programme delivery manager / Programme delivery manager	Programme delivery manager	S003:4 S027:4 S030:4 S035:4 S090:4 S107:4 S108:4 S110:4 S125:4
R	Service owner	Service owner	Product and delivery		S002:4 S014:4 S092:4 S093:4 S106:4 S107:3 S121:4 S146:4 S152:4
L	Service owner / Service owner	Service owner	S002:4 S014:4 S092:4 S093:4 S106:4 S107:3 S121:4 S146:4 S152:4
R	Quality assurance test analyst	Quality assurance test analyst	Quality assurance testing (QAT)		S030:1 S072:1 S116:1 S170:1 S171:1 S172:1
L	Quality assurance test analyst / Associate quality assurance test analyst	Associate quality assurance test analyst	S030:1 S072:1 S116:1 S170:1 S171:1 S172:1
L	Quality assurance test analyst / Lead quality assurance test analyst	Lead quality assurance test analyst	S030:4 S072:4 S116:4 S170:4 S171:4 S172:1
L	Quality assurance test analyst / Quality assurance test analyst	Quality assurance test analyst	S030:2 S072:2 S116:2 S170:2 S171:2 S172:1
L	Quality assurance test analyst / Senior quality assurance test analyst	Senior quality assurance test analyst	S030:3 S072:3 S116:3 S170:3 S171:3 S172:1
R	Test engineer	Test engineer	Quality assurance testing (QAT)		S030:1 S072:1 S116:1 S170:1 S171:1 S172:1
L	Test engineer / Associate test engineer	Associate test engineer	S030:1 S072:1 S116:1 S170:1 S171:1 S172:1
L	Test engineer / Lead test engineer	Lead test engineer	S030:4 S072:4 S116:4 S170:4 S171:4 S172:4
L	Test engineer / Senior test engineer	Senior test engineer	S030:3 S072:3 S116:3 S170:3 S171:3 S172:3
L	Test engineer / Test engineer	Test engineer	S030:2 S072:2 S116:2 S170:2 S171:2 S172:2
R	Test manager	Test manager	Quality assurance testing (QAT)		S030:4 S072:3 S116:4 S170:3 S171:4 S172:1
L	Test manager / Head of test	Head of test	S030:4 S072:4 S116:4 S170:4 S171:4 S172:1
L	Test manager / Test manager	Test manager	S030:4 S072:3 S116:4 S170:3 S171:4 S172:1
R	Development operations (DevOps) engineer	Development operations (DevOps) engineer	Software development		S018:1 S097:1 S119:1 S135:1 S136:1 S144:1 S079:1 S157:1 S159:1 S184:1
L	Development operations (DevOps) engineer / Apprentice DevOps engineer	Apprentice DevOps engineer	S018:1 S097:1 S119:1 S135:1 S136:1 S144:1
L	Development operations (DevOps) engineer / DevOps engineer	DevOps engineer	S018:2 S079:1 S097:3 S119:2 S135:3 S136:3 S144:3 S157:2 S159:2 S184:2
L	Development operations (DevOps) engineer / Junior DevOps engineer	Junior DevOps engineer	S018:1 S097:2 S119:2 S135:2 S136:2 S144:2 S157:1 S159:1 S184:1
L	Development operations (DevOps) engineer / Lead DevOps engineer	Lead DevOps engineer	S018:2 S079:2 S097:3 S119:4 S135:3 S136:3 S144:4 S157:3 S159:4 S184:3
L	Development operations (DevOps) engineer / Lead DevOps engineer - management	Lead DevOps engineer - management	S018:3 S079:3 S097:3 S119:4 S135:3 S136:3 S144:3 S157:3 S159:3 S184:3
L	Development operations (DevOps) engineer / Principal DevOps engineer	Principal DevOps engineer	S018:3 S079:3 S097:4 S119:4 S135:3 S136:4 S144:4 S157:3 S159:4 S184:3
L	Development operations (DevOps) engineer / Principal DevOps engineer - management	Principal DevOps engineer - management	S018:4 S079:4 S097:4 S119:4 S135:3 S136:4 S144:3 S157:3 S159:3 S184:3
L	Development operations (DevOps) engineer / Senior DevOps engineer	Senior DevOps engineer	S018:2 S079:2 S097:3 S119:3 S135:3 S136:3 S144:4 S157:3 S159:3 S184:3
L	Development operations (DevOps) engineer / Senior DevOps engineer - management	Senior DevOps engineer - management	S018:3 S079:3 S097:3 S119:3 S135:3 S136:3 S144:3 S157:3 S159:3 S184:3
R	Frontend developer	Frontend developer	Software development		S001:1 S032:1 S035:1 S103:1 S119:1 S134:1 S136:1 S186:1 S188:1 S154:1 S158:1 S160:1
L	Frontend developer / Apprentice frontend developer	Apprentice frontend developer	S001:1 S032:1 S035:1 S103:1 S119:1 S134:1 S136:1 S186:1 S188:1
L	Frontend developer / Frontend developer	Frontend developer	S001:3 S032:3 S035:3 S103:2 S119:3 S134:3 S136:3 S154:2 S158:2 S160:2 S186:2 S188:2
L	Frontend developer / Head of frontend development	Head of frontend development	S001:4 S032:4 S035:4 S103:4 S119:4 S134:4 S136:4 S154:4 S158:4 S160:3 S186:3 S188:4
L	Frontend developer / Junior frontend developer	Junior frontend developer	S001:2 S032:2 S035:2 S103:1 S119:2 S134:2 S136:2 S154:1 S158:1 S160:1 S186:1 S188:1
L	Frontend developer / Lead frontend developer	Lead frontend developer	S001:4 S032:4 S035:3 S103:4 S119:4 S134:4 S136:3 S154:4 S158:3 S160:3 S186:3 S188:3
L	Frontend developer / Senior frontend developer	Senior frontend developer	S001:3 S032:3 S035:3 S103:3 S119:3 S134:3 S136:3 S154:3 S158:3 S160:3 S186:3 S188:3
R	Software developer	Software developer	Software development		S018:1 S097:1 S119:1 S135:2 S136:1 S144:1 S184:1 S079:1 S157:1 S159:1
L	Software developer / Apprentice developer	Apprentice developer	S018:1 S097:1 S119:1 S135:2 S136:1 S144:1 S184:1
L	Software developer / Developer	Developer	S018:2 S079:1 S097:3 S119:3 S135:3 S136:3 S144:2 S157:2 S159:2 S184:3
L	Software developer / Junior developer	Junior developer	S018:1 S097:2 S119:2 S135:2 S136:2 S144:2 S157:1 S159:1 S184:1
L	Software developer / Lead developer	Lead developer	S018:2 S079:2 S097:3 S119:4 S135:4 S136:3 S144:3 S157:3 S159:3 S184:3
L	Software developer / Lead developer - management	Lead developer - management	S018:3 S079:3 S097:3 S119:4 S135:3 S136:3 S144:3 S157:3 S159:3 S184:3
L	Software developer / Principal developer	Principal developer	S018:2 S079:3 S097:4 S119:4 S135:4 S136:4 S144:3 S157:4 S159:3 S184:3
L	Software developer / Principal developer - management	Principal developer - management	S018:3 S079:4 S097:4 S119:4 S135:3 S136:4 S144:3 S157:4 S159:3 S184:3
L	Software developer / Senior developer	Senior developer	S018:2 S079:2 S097:3 S119:3 S135:3 S136:3 S144:3 S157:3 S159:3 S184:3
L	Software developer / Senior developer - management	Senior developer - management	S018:3 S079:2 S097:3 S119:3 S135:3 S136:3 S144:3 S157:3 S159:3 S184:3
R	Accessibility specialist	Accessibility specialist	User-centred design		S032:1 S036:1 S094:2 S102:2 S165:2 S173:1 S184:1
L	Accessibility specialist / Accessibility specialist	Accessibility specialist	S032:2 S036:2 S094:2 S102:2 S165:3 S173:2 S184:2
L	Accessibility specialist / Head of accessibility	Head of accessibility	S032:4 S094:4 S102:4 S165:3 S173:3 S184:4
L	Accessibility specialist / Junior accessibility specialist	Junior accessibility specialist	S032:1 S036:1 S165:2 S173:1 S184:1
L	Accessibility specialist / Senior accessibility specialist	Senior accessibility specialist	S032:3 S036:3 S094:3 S102:3 S165:4 S173:4 S184:3
R	Content designer	Content designer	User-centred design		S006:2 S037:1 S147:1 S155:1 S185:1 S181:1
L	Content designer / Associate content designer	Associate content designer	S006:2 S037:1 S147:1 S155:1 S185:1 S181:1
L	Content designer / Content designer	Content designer	S006:3 S037:2 S147:2 S155:3 S185:2 S181:2
L	Content designer / Head of content design	Head of content design	S006:4 S037:1 S147:4 S155:4 S185:4 S181:4
L	Content designer / Junior content designer	Junior content designer	S006:2 S037:1 S147:1 S155:2 S185:1 S181:1
L	Content designer / Lead content designer	Lead content designer	S006:4 S037:2 S147:4 S155:4 S185:4 S181:4
L	Content designer / Senior content designer	Senior content designer	S006:3 S037:3 S147:3 S155:4 S185:3 S181:3
R	Content strategist	Content strategist	User-centred design		S005:3 S136:2 S146:4 S154:4 S184:4 S181:3
L	Content strategist / Content strategist	Content strategist	S005:3 S136:2 S146:4 S154:4 S184:4 S181:3
R	Graphic designer	Graphic designer	User-centred design		S071:1 S073:1 S075:1 S076:1 S088:1 S099:1 S104:1
L	Graphic designer / Associate graphic designer	Associate graphic designer	S071:1 S073:1 S075:1 S076:1 S088:1 S099:1 S104:1
L	Graphic designer / Graphic designer	Graphic designer	S071:2 S073:2 S075:2 S076:2 S088:2 S099:2 S104:2
L	Graphic designer / Head of graphic design	Head of graphic design	S071:4 S073:4 S075:4 S076:4 S088:4 S099:4 S104:4
L	Graphic designer / Junior graphic designer	Junior graphic designer	S071:2 S073:2 S075:1 S076:1 S088:2 S099:2 S104:1
L	Graphic designer / Lead graphic designer	Lead graphic designer	S071:4 S073:4 S075:3 S076:3 S088:4 S099:4 S104:3
L	Graphic designer / Senior graphic designer	Senior graphic designer	S071:3 S073:3 S075:3 S076:3 S088:3 S099:3 S104:2
R	Interaction designer	Interaction designer	User-centred design		S071:1 S073:1 S075:1 S076:1 S088:1 S099:1 S104:1
L	Interaction designer / Associate interaction designer	Associate interaction designer	S071:1 S073:1 S075:1 S076:1 S088:1 S099:1 S104:1
L	Interaction designer / Head of interaction design	Head of interaction design	S071:4 S073:4 S075:4 S076:4 S088:4 S099:4 S104:4
L	Interaction designer / Interaction designer	Interaction designer	S071:2 S073:2 S075:2 S076:2 S088:2 S099:2 S104:2
L	Interaction designer / Junior interaction designer	Junior interaction designer	S071:2 S073:2 S075:1 S076:1 S088:2 S099:2 S104:1
L	Interaction designer / Lead interaction designer	Lead interaction designer	S071:4 S073:4 S075:3 S076:4 S088:4 S099:4 S104:3
L	Interaction designer / Senior interaction designer	Senior interaction designer	S071:3 S073:3 S075:3 S076:3 S088:3 S099:3 S104:2
R	Service designer	Service designer	User-centred design		S071:1 S073:1 S075:1 S076:1 S088:1 S099:1 S104:1
L	Service designer / Associate service designer	Associate service designer	S071:1 S073:1 S075:1 S076:1 S088:1 S099:1 S104:1
L	Service designer / Head of service design	Head of service design	S071:4 S073:4 S075:4 S076:4 S088:4 S099:4 S104:4
L	Service designer / Junior service designer	Junior service designer	S071:2 S073:2 S075:1 S076:1 S088:2 S099:2 S104:1
L	Service designer / Lead service designer	Lead service designer	S071:4 S073:4 S075:3 S076:4 S088:4 S099:4 S104:3
L	Service designer / Senior service designer	Senior service designer	S071:3 S073:3 S075:3 S076:3 S088:3 S099:3 S104:2
L	Service designer / Service designer	Service designer	S071:2 S073:2 S075:2 S076:2 S088:2 S099:2 S104:2
R	Technical writer	Technical writer	User-centred design		S005:3 S136:2 S146:3 S154:4 S167:3 S184:4 S181:3
L	Technical writer / Lead technical writer	Lead technical writer	S005:3 S136:2 S146:4 S154:4 S167:3 S184:4 S181:4
L	Technical writer / Technical writer	Technical writer	S005:3 S136:2 S146:3 S154:4 S167:3 S184:4 S181:3
R	User researcher	User researcher	User-centred design		S004:1 S009:1 S096:1 S139:1 S146:1 S187:1 S182:1
L	User researcher / Associate user researcher	Associate user researcher	S004:1 S009:1 S096:1 S139:1 S146:1 S187:1 S182:1
L	User researcher / Head of user research	Head of user research	S004:4 S009:4 S096:4 S139:4 S146:4 S187:4 S182:4
L	User researcher / Junior user researcher	Junior user researcher	S004:1 S009:2 S096:1 S139:1 S146:1 S187:2 S182:1
L	User researcher / Lead user researcher	Lead user researcher	S004:3 S009:4 S096:3 S139:4 S146:4 S187:4 S182:3
L	User researcher / Senior user researcher	Senior user researcher	S004:3 S009:3 S096:3 S139:3 S146:3 S187:3 S182:3
L	User researcher / User researcher	User researcher	S004:2 S009:2 S096:2 S139:2 S146:2 S187:2 S182:2
`;
